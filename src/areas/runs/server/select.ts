import { Problem } from '#wire/problem.ts'
import { columnOf } from '../domain/column.ts'
import type { Column } from '../domain/column.ts'
import type { StageView } from '../domain/experiment.ts'
import type { Condition } from '../domain/filter/condition.ts'
import { matcherOf, numberIn } from '../domain/filter/match.ts'
import type { Cell, Cells } from '../domain/filter/match.ts'
import type { Known } from '../domain/filter/known.ts'
import { parseFilter } from '../domain/filter/parse.ts'
import type { Brush, RunQuery } from '../domain/query.ts'
import type { Book, RunRow } from './book.ts'
import { ordered } from './order.ts'

export type Select = ReturnType<typeof openSelect>
interface Wanted { readonly experiments: readonly string[]; readonly stage: StageView; readonly condition?: Condition | undefined }

const remembered = 12

/** Which runs a query means, in its order. What was found is remembered until something is written, so that the windows of a table cost nothing. */
export function openSelect({ book, cells, names, version }: { readonly book: Book; readonly cells: Cells; readonly names: () => readonly string[]; readonly version: () => number }) {
  const found = new Map<string, { readonly version: number; readonly runs: readonly RunRow[] }>()

  function matched({ experiments, stage, condition }: Wanted): RunRow[] {
    const match = condition ? matcherOf(condition, cells) : () => true
    return [...new Set(experiments)].flatMap((id) => book.runsOf(id).filter((run) => (stage === 'all' || run.stage === stage) && match(run.row)))
  }

  /** A key is looked for where it is asked, which is seldom: only for keys that stand without their family. */
  function knownIn(experiments: readonly string[]): Known {
    const has = (column: Column) => { const read = cells(column); return experiments.some((id) => book.runsOf(id).some(({ row }) => read(row) !== undefined)) }
    return { familiesOf: (key) => (['metrics', 'params', 'tags'] as const).filter((family) => has({ family, key })), keys: names }
  }

  function byQuery(query: RunQuery): readonly RunRow[] {
    const name = JSON.stringify(query)
    const known = found.get(name)
    if (known?.version === version()) return known.runs
    const brushes = query.brushes.map((brush) => brushed(brush, cells(columnNamed(brush.column))))
    const order = query.order.map(({ column, descending }) => ({ column: columnNamed(column), descending }))
    const runs = matched({ ...query, condition: conditionOf(query.filter, knownIn(query.experiments)) }).filter(({ row }) => brushes.every((within) => within(row)))
    return remember(name, ordered(runs, order, { cells }))
  }

  function remember(name: string, runs: readonly RunRow[]): readonly RunRow[] {
    found.delete(name)
    found.set(name, { version: version(), runs })
    const [eldest] = found.keys()
    if (found.size > remembered && eldest !== undefined) found.delete(eldest)
    return runs
  }

  return {
    matched, byQuery,
    /** All runs of the experiments, in whatever stage is asked for. */
    all: ({ experiments, stage }: Pick<RunQuery, 'experiments' | 'stage'>): number => matched({ experiments, stage }).length,
  }
}

function conditionOf(text: string, known: Known): Condition | undefined {
  const parsed = parseFilter(text, known)
  if (parsed.ok) return parsed.value
  const { message, from, to } = parsed.fault
  throw new Problem('invalid', message, `filter:${from}-${to}`)
}

export function columnNamed(text: string): Column {
  const column = columnOf(text)
  if (!column) throw new Problem('invalid', `“${text}” is no column. Columns are written like metrics.loss, metrics.loss:min, params.lr, tags.note or attributes.status.`, 'columns')
  return column
}

function brushed({ from, to, values, missing }: Brush, cell: (row: number) => Cell): (row: number) => boolean {
  const ranged = from !== undefined || to !== undefined
  const fits = (value: string | number): boolean => {
    if (values?.includes(String(value))) return true
    const number = typeof value === 'number' ? value : numberIn(value)
    return ranged && number !== undefined && number >= (from ?? -Infinity) && number <= (to ?? Infinity)
  }
  return (row) => {
    const value = cell(row)
    if (value === undefined || (typeof value === 'number' && Number.isNaN(value))) return missing === true
    return typeof value === 'object' ? value.some(fits) : fits(value)
  }
}
