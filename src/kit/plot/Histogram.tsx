import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { edgeWords } from './edge-words.ts'
import { classColour } from './palette.ts'
import { PlotTable } from './PlotTable.tsx'
import { linear, niceTicks, tickWords } from './ticks.ts'
import { useSize } from './useSize.ts'

export interface HistogramBin { readonly label: string; readonly count: number }
export interface HistogramSeries { readonly name: string; readonly bins: readonly HistogramBin[] }

const pad = { left: 52, right: 16, top: 10, bottom: 26 }

/** Bars of one or several series over the same bins; several stand on one another. */
export function Histogram({ label, series, unit = 'rows' }: { readonly label: string; readonly series: readonly HistogramSeries[]; readonly unit?: string }) {
  const { ref, size } = useSize<HTMLDivElement>()
  const [at, setAt] = useState<number>()
  const bins = series[0]?.bins ?? []
  const sums = bins.map((_, i) => series.reduce((sum, one) => sum + (one.bins[i]?.count ?? 0), 0))
  const most = Math.max(1, ...sums)
  const y = linear([0, most], [size.height - pad.bottom, pad.top])
  const x = linear([0, bins.length], [pad.left, Math.max(pad.left, size.width - pad.right)])
  const every = Math.max(1, Math.ceil(bins.length / Math.max(1, Math.floor((size.width - 60) / 84))))
  const named = bins.flatMap(({ label: words }, i) => (i % every === 0 ? [words] : []))
  const edges = edgeWords(named.map((words) => words.split(' – ')[0] ?? words))
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    setAt(Math.max(0, Math.min(bins.length - 1, (at ?? -1) + by)))
  }
  const words = at === undefined ? '' : [bins[at]?.label ?? '', ...series.map((one) => `${series.length > 1 ? `${one.name} ` : ''}${(one.bins[at]?.count ?? 0).toLocaleString('en-US')} ${unit}`)].join(' · ')
  return (
    <figure className="plot">
      {series.length > 1 && <Legend names={series.map(({ name }) => name)} />}
      <div ref={ref} className="plotarea" role="application" aria-roledescription="chart" aria-label={`${label}. Arrow keys read the bars.`} tabIndex={0} onKeyDown={keys} onPointerLeave={() => setAt(undefined)}>
        <svg width="100%" height="100%" aria-hidden="true">
          {niceTicks(0, most, 4).map((tick) => (
            <g key={tick}><line className="gl" x1={pad.left} x2={size.width - pad.right} y1={y(tick)} y2={y(tick)} /><text x={pad.left - 8} y={y(tick) + 3.5} textAnchor="end">{tickWords(tick)}</text></g>
          ))}
          {bins.map((bin, i) => (
            <g key={i} onPointerEnter={() => setAt(i)}>
              <rect x={x(i)} y={pad.top} width={Math.max(0, x(i + 1) - x(i))} height={Math.max(0, size.height - pad.top - pad.bottom)} className={i === at ? 'hit at' : 'hit'} />
              {stackOf(series, i).map(({ from, to, index }) => (
                <rect key={index} x={x(i) + 0.5} width={Math.max(0.5, x(i + 1) - x(i) - 1)} y={y(to)} height={Math.max(0, y(from) - y(to))} fill={classColour(index)} pointerEvents="none" />
              ))}
              {i % every === 0 && <text x={bin.label.includes(' – ') ? x(i) : (x(i) + x(i + 1)) / 2} y={size.height - pad.bottom + 16} textAnchor="middle">{edges[i / every]}</text>}
            </g>
          ))}
        </svg>
      </div>
      <p className="plotread" aria-live="polite">{words || ' '}</p>
      <PlotTable caption={label} head={['', ...series.map(({ name }) => name || unit)]} rows={bins.map((bin, i) => [bin.label, ...series.map((one) => one.bins[i]?.count ?? 0)])} />
    </figure>
  )
}

export function Legend({ names }: { readonly names: readonly string[] }) {
  return <div className="legend">{names.map((name, i) => <span key={i}><i style={{ background: classColour(i) }} />{name || '“”'}</span>)}</div>
}

function stackOf(series: readonly HistogramSeries[], bin: number) {
  const counts = series.map((one) => one.bins[bin]?.count ?? 0)
  return counts.map((count, index) => {
    const from = counts.slice(0, index).reduce((sum, one) => sum + one, 0)
    return { from, to: from + count, index }
  })
}
