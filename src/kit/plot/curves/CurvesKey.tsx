import type { CurveLine } from './curve-line.ts'

const most = 8

/** Few lines are named above the chart, with their colour and dash; pointing at a name marks its line. */
export function CurvesKey({ lines, hovered, onHover }: { readonly lines: readonly CurveLine[]; readonly hovered: string | undefined; readonly onHover: (id: string | undefined) => void }) {
  if (lines.length < 2 || lines.length > most) return null
  return (
    <div className="chartkey" onPointerLeave={() => onHover(undefined)}>
      {lines.map((line) => (
        <span key={line.key} className={line.id === hovered ? 'on' : ''} title={line.name} onPointerEnter={() => onHover(line.id)}>
          <i className={line.dash ? 'swatch line dashed' : 'swatch line'} style={{ borderColor: line.colour }} /><span className="clip">{line.name}</span>
        </span>
      ))}
    </div>
  )
}
