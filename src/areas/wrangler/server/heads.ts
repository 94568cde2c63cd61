import type { z } from 'zod'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import { Problem } from '#wire/problem.ts'
import type { wrangler } from '../contract.ts'
import { missingSql } from '../domain/columns.ts'
import type { Column } from '../domain/columns.ts'
import type { Head, Profile } from '../domain/profile.ts'
import { upTo } from '../domain/recipe.ts'
import type { Recipe } from '../domain/recipe.ts'
import { withView } from '../domain/view.ts'
import type { View } from '../domain/view.ts'
import { ask, headOf } from './head.ts'
import type { Look } from './head.ts'
import { openMemory } from './memory.ts'
import type { Prepared, Preparer } from './prepare.ts'
import type { Samples } from './samples.ts'
import { profileOf } from './profile.ts'

interface At { readonly recipe: Recipe; readonly upTo?: string | undefined; readonly view: View }
const kept = 500

/** Heads and profiles of columns, remembered as long as the rows they came from are the same. */
export function openHeads({ duck, preparer, samples }: { duck: Duck; preparer: Preparer; samples: Samples }) {
  const headMemory = openMemory<Head>(kept)
  const profileMemory = openMemory<Profile>(kept)

  /** The sort moves no figure, so it is left out. */
  async function look({ recipe, upTo: until, view }: At, exact: boolean, signal: AbortSignal): Promise<Look> {
    return { duck, samples, prepared: await preparer.whole(withView(upTo(recipe, until), { ...view, sort: [] }), signal), exact, signal }
  }

  async function headOver(over: Look, id: string): Promise<Head> {
    return headMemory(`${over.prepared.key}:${id}:${over.exact}`, over.signal, () => headOf(over, columnIn(over.prepared, id)).catch((error: unknown) => { throw dataProblem(error, 'The column') }))
  }

  async function heads({ columns, exact, ...at }: z.output<typeof wrangler.heads.input>, signal: AbortSignal): Promise<{ column: string; head: Head }[]> {
    const over = await look(at, exact, signal)
    const there = columns.filter((id) => over.prepared.columns.some((column) => column.id === id))
    return Promise.all(there.map(async (column) => ({ column, head: await headOver(over, column) })))
  }

  async function profile({ column, exact, ...at }: z.output<typeof wrangler.profile.input>, signal: AbortSignal): Promise<Profile> {
    const over = await look(at, exact, signal)
    return profileMemory(`${over.prepared.key}:${column}:${exact}`, signal, () => profileOf(over, columnIn(over.prepared, column)).catch((error: unknown) => { throw dataProblem(error, 'The profile') }))
  }

  async function statistic({ by, ...at }: z.output<typeof wrangler.statistic.input>, signal: AbortSignal): Promise<{ column: string; value: number | string }[]> {
    const over = await look(at, false, signal)
    const { columns } = over.prepared
    if (by === 'name' || by === 'type') return columns.map((column) => ({ column: column.id, value: column[by] }))
    const list = columns.map((column) => (by === 'missing' ? `count(*) FILTER (WHERE ${missingSql(column)})` : `approx_count_distinct(${column.id})`))
    const [row = []] = await ask(over, `SELECT ${list.join(', ')} FROM prev`)
    return columns.map((column, i) => ({ column: column.id, value: Number(row[i]) }))
  }

  return { heads, profile, statistic, head: async (at: At, column: string, signal: AbortSignal) => headOver(await look(at, false, signal), column), look }
}

function columnIn({ columns }: Prepared, id: string): Column {
  const column = columns.find((one) => one.id === id)
  if (!column) throw new Problem('missing', 'That column is not there any more.')
  return column
}
