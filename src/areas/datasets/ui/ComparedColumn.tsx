import { ChevronRight } from 'lucide-react'
import { Chip } from '#kit/Chip.tsx'
import { PlotTable } from '#kit/plot/PlotTable.tsx'
import type { Comparison } from '../domain/comparison.ts'
import { PairedBars } from './PairedBars.tsx'
import { countOf } from './words.ts'

type Compared = Comparison['columns'][number]
type Side = NonNullable<Compared['left']>

const kinds = { same: ['neutral', 'same'], values: ['accent', 'values differ'], type: ['warn', 'type differs'], added: ['ok', 'added'], removed: ['bad', 'removed'] } as const

/** One column of two versions: change, drift, distributions; opened, the figures. */
export function ComparedColumn({ column, rows, open, onOpen }: { readonly column: Compared; readonly rows: Comparison['rows']; readonly open: boolean; readonly onOpen: (open: boolean) => void }) {
  const { name, left, right, change, bins, drift } = column
  const [kind, words] = kinds[change]
  return (
    <li className="rounded-2 border border-line bg-surface">
      <button type="button" aria-expanded={open} className="grid w-full grid-cols-[16px_minmax(120px,1.2fr)_minmax(0,2fr)_150px] items-center gap-3 p-3 text-left" onClick={() => onOpen(!open)}>
        <ChevronRight size={14} className={`text-ink-3 transition-transform ${open ? 'rotate-90' : ''}`} />
        <span className="flex min-w-0 flex-col gap-1">
          <b className="clip font-semibold" title={name}>{name || '(no name)'}</b>
          <span className="flex flex-wrap items-center gap-2 text-xs text-ink-2"><Chip kind={kind}>{words}</Chip><span className="clip font-mono">{typesOf(left, right)}</span></span>
        </span>
        {bins.length > 0 ? <span className="block min-w-0"><PairedBars label={`Distributions of ${name}`} bins={bins} height={open ? 140 : 44} />{open && <Ends bins={bins} />}</span> : <span className="text-s text-ink-3">{left && right ? 'Of different kinds: no shared bins' : 'Only on one side'}</span>}
        <Drift drift={drift} />
      </button>
      {open && (
        <div className="flex flex-col gap-3 border-t border-line p-3 text-s">
          <table className="w-full">
            <thead className="text-left text-xs text-ink-2"><tr><td /><th scope="col" className="text-right font-semibold"><Key side="left" /></th><th scope="col" className="text-right font-semibold"><Key side="right" /></th></tr></thead>
            <tbody>{figures(left, right, rows).map(([label, a, b]) => <tr key={label} className="h-6 border-t border-line"><th scope="row" className="text-left font-normal text-ink-2">{label}</th><td className="num">{a}</td><td className="num">{b}</td></tr>)}</tbody>
          </table>
          {bins.length > 0 && <PlotTable caption={`Distributions of ${name}`} head={['', 'left', 'right']} rows={bins.map((bin) => [bin.label, bin.left, bin.right])} />}
        </div>
      )}
    </li>
  )
}

/** Which colour is which side. */
export function Key({ side, children }: { readonly side: 'left' | 'right'; readonly children?: string }) {
  return <span className="inline-flex items-center gap-1.5"><i aria-hidden="true" className="inline-block size-2 rounded-1" style={{ background: side === 'left' ? 'var(--c1)' : 'var(--c2)' }} />{children ?? side}</span>
}

function Ends({ bins }: Pick<Compared, 'bins'>) {
  return <span className="flex justify-between gap-3 pt-1 text-xs text-ink-2"><span className="clip">{bins[0]?.label}</span>{bins.length > 1 && <span className="clip">{bins.at(-1)?.label}</span>}</span>
}

function Drift({ drift }: { readonly drift: number | null }) {
  if (drift === null) return <span className="text-right text-s text-ink-3">no drift figure</span>
  return (
    <span className="flex flex-col items-end gap-1" title="Jensen–Shannon distance, base 2, over the shared bins: 0 the same, 1 disjoint">
      <span className="num">{drift.toFixed(3)} <span className="mut font-sans text-xs">drift</span></span>
      <span className="prog" aria-hidden="true"><i style={{ width: `${drift * 100}%` }} /></span>
    </span>
  )
}

function typesOf(left: Side | null, right: Side | null): string {
  if (left && right && left.type !== right.type) return `${left.type} → ${right.type}`
  return (right ?? left)?.type ?? ''
}

function figures(left: Side | null, right: Side | null, rows: Comparison['rows']): (readonly [string, string, string])[] {
  const line = (label: string, of: (side: Side, rows: number) => string | null) => [label, (left && of(left, rows[0])) ?? '–', (right && of(right, rows[1])) ?? '–'] as const
  return [
    line('Missing', ({ missing }, all) => `${countOf(missing)}${all > 0 ? ` · ${((missing / all) * 100).toFixed(1)} %` : ''}`),
    line('Distinct', ({ distinct }) => (distinct === null ? null : countOf(distinct))),
    line('Smallest', ({ min }) => min), line('Largest', ({ max }) => max),
    line('Mean', ({ mean }) => figure(mean)), line('Standard deviation', ({ deviation }) => figure(deviation)),
  ]
}

function figure(value: number | null): string | null {
  return value === null ? null : value.toLocaleString('en-US', { maximumSignificantDigits: 7 })
}
