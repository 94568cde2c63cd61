import { wrangler } from '#areas/wrangler/contract.ts'
import { timed } from '../ask.ts'
import { median } from './figure.ts'
import type { Bench, Figure } from './figure.ts'

/** What a person sees first over the columns, and the panel of one column; then the same over all rows. */
export async function* profileBench({ server, recipe }: Bench): AsyncGenerator<Figure> {
  const visible = recipe.source.columns.slice(0, 8).map(({ id }) => id)
  const heads = await timed(server, wrangler.heads, { recipe, columns: visible })
  const scope = heads.answer[0]?.head.scope
  yield { figure: 'first heads of 8 columns', value: heads.ms, unit: 'ms', limit: 2000, note: `said to be ${scope?.kind} of ${scope?.rows.toLocaleString('en')} rows` }
  const panels: number[] = []
  for (const column of visible) panels.push((await timed(server, wrangler.profile, { recipe, column })).ms)
  yield { figure: 'first profile of a column, median', value: median(panels), unit: 'ms', limit: 2000, note: `of ${panels.length} columns` }
  yield { figure: 'first profile of a column, slowest', value: Math.max(...panels), unit: 'ms', limit: 2000, note: `of ${panels.length} columns` }
  const exact = await timed(server, wrangler.heads, { recipe, columns: visible, exact: true })
  yield { figure: 'exact heads of 8 columns', value: exact.ms / 1000, unit: 's', note: 'all rows' }
}
