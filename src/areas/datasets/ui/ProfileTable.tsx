import { ArrowDown, ArrowUp } from 'lucide-react'
import { typeChip } from '#kit/grid/type-chip.ts'
import type { Profile, ProfiledColumn } from '../domain/profile.ts'
import { DistributionBars } from './DistributionBars.tsx'
import { pressed } from './profile-order.ts'
import type { PlacedColumn, ProfileKey, ProfileOrder } from './profile-order.ts'
import { countOf } from './words.ts'

const heads: readonly { readonly label: string; readonly by?: ProfileKey; readonly right?: boolean }[] = [
  { label: 'No.', by: 'place', right: true }, { label: 'Column', by: 'name' }, { label: 'Type' }, { label: 'Distribution' }, { label: 'Valid', right: true }, { label: 'Missing', by: 'missing', right: true },
  { label: 'Distinct', by: 'distinct', right: true }, { label: 'Min', right: true }, { label: 'Max', right: true }, { label: 'Mean', right: true }, { label: 'σ', right: true },
]

export function ProfileTable({ profile, shown, order, onOrder }: { readonly profile: Profile; readonly shown: readonly PlacedColumn[]; readonly order: ProfileOrder; readonly onOrder: (order: ProfileOrder) => void }) {
  return (
    <table className="w-full text-s">
      <caption className="sr-only">Profile of {profile.dataset}, {profile.scope}</caption>
      <thead className="sticky top-0 z-10 bg-paper text-xs text-ink-2"><tr className="h-7">{heads.map((head) => <HeadCell key={head.label} {...head} order={order} onOrder={onOrder} />)}</tr></thead>
      <tbody>{shown.map(({ column, at }) => <ColumnRow key={at} column={column} at={at} rows={profile.rows} />)}</tbody>
    </table>
  )
}

function HeadCell({ label, by, right = false, order, onOrder }: (typeof heads)[number] & { readonly order: ProfileOrder; readonly onOrder: (order: ProfileOrder) => void }) {
  const side = right ? 'text-right' : 'text-left'
  if (!by) return <th scope="col" className={`px-2 font-semibold ${side}`}>{label}</th>
  const Arrow = order.down ? ArrowDown : ArrowUp
  const on = order.by === by
  return (
    <th scope="col" className={`px-2 font-semibold ${side}`} aria-sort={on ? (order.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="inline-flex items-center gap-1 rounded-1 hover:text-ink" onClick={() => onOrder(pressed(order, by))}>{label}{on && <Arrow size={12} />}</button>
    </th>
  )
}

function ColumnRow({ column, at, rows }: { readonly column: ProfiledColumn; readonly at: number; readonly rows: number }) {
  const { name, type, kind, valid, missing, distinct, min, max, mean, deviation } = column
  return (
    <tr className="h-11 border-t border-line">
      <td className="num px-2 text-ink-3">{at + 1}</td>
      <th scope="row" className="max-w-[220px] px-2 text-left font-medium"><span className="clip block" title={name}>{name || <i className="mut">(no name)</i>}</span></th>
      <td className="px-2"><span className="rounded-1 border border-line px-1 font-mono text-xs text-ink-2" title={type}>{typeChip(type)}</span></td>
      <td className="w-[190px] min-w-[150px] px-2"><DistributionBars column={column} /></td>
      <td className="num px-2">{countOf(valid)}</td>
      <td className={`num px-2 ${missing > 0 ? '' : 'text-ink-3'}`}>{countOf(missing)}{missing > 0 && <span className="block whitespace-nowrap text-xs text-ink-2">{share(missing, rows)}</span>}</td>
      <td className="num px-2">{distinct === null ? '–' : countOf(distinct)}</td>
      <Cell text={end(min, kind)} /><Cell text={end(max, kind)} /><Cell text={figure(mean)} /><Cell text={figure(deviation)} />
    </tr>
  )
}

function Cell({ text }: { readonly text: string | null }) {
  return <td className="num max-w-[130px] px-2"><span className={`clip block ${text === null ? 'text-ink-3' : ''}`} title={text ?? undefined}>{text ?? '–'}</span></td>
}

function share(part: number, all: number): string {
  const percent = (part / Math.max(1, all)) * 100
  return percent < 0.1 ? '< 0.1 %' : `${percent.toFixed(1)} %`
}

function figure(value: number | null): string | null {
  return value === null ? null : value.toLocaleString('en-US', { maximumSignificantDigits: 6 })
}

/** Figures are grouped as text, so that long ones stay exact. */
function end(text: string | null, kind: ProfiledColumn['kind']): string | null {
  return text !== null && kind === 'number' ? text.replace(/^-?\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')) : text
}
