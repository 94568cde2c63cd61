import { castSql, leftOut } from '../domain/csv-types.ts'
import { askCsv, longSql, textOf } from './csv-long.ts'
import type { Asked } from './csv-long.ts'

const most = 1_000_000
const cells = 20_000_000

/** What a type leaves empty in its column: `empty` of the `of` values looked at, with one of them; `unreal` counts those that are no number either. */
export interface Loss { readonly at: number; readonly type: string; readonly empty: number; readonly of: number; readonly example: string; readonly unreal: number }
interface Wanted { readonly columns: readonly { readonly i: number; readonly type: string }[]; readonly dateFormat?: string | undefined; readonly timestampFormat?: string | undefined; /** A whole number with a leading zero, such as a postcode, counts as lost. */ readonly zeros?: boolean }

/** Holds the first million rows against the types of columns; a column that loses nothing is not told. */
export async function lossesOf(asked: Asked, { columns, zeros = false, ...formats }: Wanted): Promise<readonly Loss[]> {
  const typed = columns.filter(({ type }) => type !== 'VARCHAR' && type !== leftOut)
  if (typed.length === 0) return []
  const types = [...new Set(typed.map(({ type }) => type))]
  const rows = Math.max(1000, Math.min(most, Math.floor(cells / typed.length)))
  const reading = { ...asked.reading, ...formats }
  const lost = (type: string) => `${castSql('v', type, reading)} IS NULL${zeros && type === 'BIGINT' ? " OR v SIMILAR TO '[+-]?0[0-9]+'" : ''}`
  const bad = `v IS NOT NULL AND CASE t ${types.map((type, t) => `WHEN ${t} THEN ${lost(type)}`).join(' ')} END`
  const of = typed.map(({ i, type }) => ({ i, t: types.indexOf(type) }))
  const unreal = `${castSql('v', 'DOUBLE', reading)} IS NULL${zeros ? " OR v SIMILAR TO '[+-]?0[0-9]+'" : ''}`
  const found = await askCsv(asked, (csv) => `SELECT i, count(*), first(left(v, 40)), count(*) FILTER (${unreal}) FROM ${longSql(csv, { rows, of })} WHERE ${bad} GROUP BY i ORDER BY i`)
  if (found.length === 0) return []
  const filled = await askCsv(asked, (csv) => `SELECT i, count(v) FROM ${longSql(csv, { rows, of: found.map(([i]) => ({ i: Number(i) })) })} GROUP BY i`)
  const ofPlace = new Map(filled.map(([i, n]) => [Number(i), Number(n)]))
  const typeAt = new Map(typed.map(({ i, type }) => [i, type]))
  return found.map(([i, empty, example, none]) => ({ at: Number(i), type: typeAt.get(Number(i)) ?? '', empty: Number(empty), of: ofPlace.get(Number(i)) ?? 0, example: textOf(example), unreal: Number(none) }))
}
