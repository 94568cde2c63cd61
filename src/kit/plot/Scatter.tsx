import { Legend } from './Histogram.tsx'
import { classColour } from './palette.ts'
import { ScatterPlot } from './ScatterPlot.tsx'

export type Point = readonly [x: number, y: number, group: string | null]

/** Points coloured by group; the theme is given so that it is drawn anew when it changes. */
export function Scatter({ label, points, x, y, theme }: { readonly label: string; readonly points: readonly Point[]; readonly x: string; readonly y: string; readonly theme: string }) {
  const groups = [...new Set(points.map(([, , group]) => group ?? ''))].slice(0, 8)
  const marks = points.map(([across, up, group], i) => ({ id: String(i), name: group ?? label, colour: classColour(Math.max(0, groups.indexOf(group ?? ''))), x: across, y: up }))
  return (
    <figure className="plot">
      {groups.length > 1 && <Legend names={groups} />}
      <div className="plotarea tall chartbox"><ScatterPlot label={label} marks={marks} x={{ name: x }} y={{ name: y }} theme={theme} /></div>
    </figure>
  )
}
