import { wrangler } from '#areas/wrangler/contract.ts'
import type { Recipe } from '#areas/wrangler/domain/recipe.ts'
import type { View } from '#areas/wrangler/domain/view.ts'
import { ask, pause, quiet } from '../ask.ts'
import type { Server } from '../server.ts'
import { median } from './figure.ts'

interface Work { readonly name: string; readonly ms: number; readonly sum: string; readonly about: string }
interface Doing { readonly name: string; readonly about: string; readonly run: (round: number) => Promise<() => string> }

const amount = 'c4'
const above = 900

/** The operations of peers.py, as the page asks for them. Each round asks something new, so that nothing is answered from memory, when what the last one left to do is done. */
export async function ourWork(server: Server, times: number): Promise<Work[]> {
  const { recipe, rows } = await ask(server, wrangler.start, { dataset: 'peers' })
  const done: Work[] = []
  for (const { name, about, run } of doings(server, recipe, rows)) {
    const spent: number[] = []
    let sum = ''
    for (let round = 0; round < times; round++) {
      await quiet(server)
      const began = performance.now()
      const check = await run(round)
      spent.push(performance.now() - began)
      sum = check()
    }
    done.push({ name, about, ms: median(spent), sum })
  }
  return done
}

function doings(server: Server, recipe: Recipe, rows: number): Doing[] {
  /** The same question in other words, so that each round is worked out anew. */
  const aside = (round: number) => ({ kind: 'compare', column: 'c0', is: '>=', value: -1 - round }) as const
  return [
    { name: 'open', about: 'recipe and first 50 rows', run: async () => {
      await ask(server, wrangler.start, { dataset: 'peers' })
      await windowOf(server, recipe, { sort: [], filter: [] }, 50)
      return () => String(rows)
    } },
    { name: 'sort', about: 'first 60 rows; the whole order follows in the background', run: async (round) => {
      const { rows: found } = await ask(server, wrangler.window, { recipe, view: { sort: [{ column: amount, descending: true, nullsFirst: false }], filter: round === 0 ? [] : [aside(round)] }, page: { from: 0, size: 60 } })
      return () => number(found.reduce((sum, row) => sum + Number(row[4]), 0))
    } },
    { name: 'filter', about: 'the number of rows that stay, and 60 of them', run: async (round) => {
      const { rows: found, total } = await windowOf(server, recipe, { sort: [], filter: [{ kind: 'compare', column: amount, is: '>', value: above }, aside(round)] }, 60)
      return () => `${total}:${found.reduce((sum, row) => sum + Number(row[0]), 0)}`
    } },
    { name: 'group', about: 'a recipe step, all groups', run: async (round) => {
      const { rows: found } = await windowOf(server, grouped(recipe, `g${round}`), { sort: [], filter: [] }, 200)
      return () => found.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)).map(([category, count, total]) => `${String(category)}:${String(count)}:${number(Number(total))}`).join(';')
    } },
    { name: 'profile', about: 'one column, all rows, quantiles and text too', run: async (round) => {
      const { figures, head } = await ask(server, wrangler.profile, { recipe, column: amount, exact: true, ...(round === 0 ? {} : { view: { sort: [], filter: [aside(round)] } }) })
      const of = (key: string) => number(Number(figures.find((one) => one.key === key)?.value.replaceAll(',', '').replace('−', '-')))
      return () => [head.valid, head.missing, of('min'), of('max'), of('mean'), of('deviation')].join(';')
    } },
  ]
}

function grouped(recipe: Recipe, name: string): Recipe {
  const aggregations = [{ agg: 'rows', name: 'n' }, { column: amount, agg: 'sum', name }]
  return { ...recipe, steps: [{ id: name, op: 'group', v: 1, enabled: true, params: { keys: ['c3'], aggregations } }] }
}

async function windowOf(server: Server, recipe: Recipe, view: View, size: number) {
  for (;;) {
    const answer = await ask(server, wrangler.window, { recipe, view, page: { from: 0, size } })
    if (answer.wait === null) return answer
    await pause(50)
  }
}

/** As peers.py writes numbers: six significant digits. */
function number(value: number): string {
  const text = value.toPrecision(6)
  return text.includes('e') ? text.replace(/\.?0+e/, 'e').replace(/e([+-])(\d)$/, 'e$10$2') : text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
