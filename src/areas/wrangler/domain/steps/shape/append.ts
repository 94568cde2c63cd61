import { z } from 'zod'
import { pyString } from '../../code/values.ts'
import { uniqueNames } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { madeKeys } from '../../made-keys.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context, Python, Table } from '../../step-kind.ts'
import { pandasCast, polarsCast, unified } from './unify.ts'

const Params = z.object({ dataset: field.dataset('Append') })
type Params = z.output<typeof Params>

export const append = stepKind({
  op: 'append', title: 'Append rows', category: 'Shape and combine', cost: 'shape',
  about: 'Puts the rows of another data set below. Columns meet by name, first by the exact name and then without regard to case; what one side lacks is missing there. Numbers widen, other different types are refused.',
  params: Params,
  says: ({ dataset }) => `rows of ${dataset}`,
  apply: (params, context) => {
    const { table, columns } = planOf(params, context)
    const side = (pick: (one: Met) => Column | undefined) => columns.map((one) => {
      const source = pick(one)
      return `${source ? `${source.id}::` : 'NULL::'}${one.column.type} AS ${one.column.id}`
    }).join(', ')
    return {
      kind: 'table', columns: columns.map(({ column }) => column), order: '_part, _at',
      select: `SELECT ${side(({ above }) => above)}, 0 AS _part, row_number() OVER (ORDER BY ${context.order}) AS _at FROM prev UNION ALL SELECT ${side(({ below }) => below)}, 1, row_number() OVER () FROM (${table.sql})`,
    }
  },
  pandas: (params, python) => {
    const { columns } = planOf(params, python.context)
    const names = namesOf(params, python)
    const side = (pick: (one: Met) => Column | undefined, frame: string, name: (column: Column) => string) => columns.flatMap((one) => {
      const source = pick(one)
      return source ? [`${python.after(one.column.id)}: ${pandasCast(source, one.column.type, `${frame}[${name(source)}].reset_index(drop=True)`)}`] : []
    }).join(', ')
    return [
      `other = ${python.read(params.dataset)}`,
      `other.columns = [${[...names.values()].map(pyString).join(', ')}]`,
      `above = pd.DataFrame({${side(({ above }) => above, 'df', ({ id }) => python.q(id))}})`,
      `below = pd.DataFrame({${side(({ below }) => below, 'other', ({ id }) => pyString(names.get(id) ?? id))}})`,
      `df = stacked(above, below, [${columns.map(({ column }) => python.after(column.id)).join(', ')}])`,
    ]
  },
  polars: (params, python) => {
    const { columns } = planOf(params, python.context)
    const names = namesOf(params, python)
    const side = (pick: (one: Met) => Column | undefined, name: (column: Column) => string) => columns.flatMap((one) => {
      const source = pick(one)
      return source ? [`${polarsCast(source, one.column.type, `pl.col(${name(source)})`)}.alias(${python.after(one.column.id)})`] : []
    }).join(', ')
    return [
      `other = ${python.read(params.dataset)}`,
      `other.columns = [${[...names.values()].map(pyString).join(', ')}]`,
      `above = df.select(${side(({ above }) => above, ({ id }) => python.q(id))})`,
      `below = other.select(${side(({ below }) => below, ({ id }) => pyString(names.get(id) ?? id))})`,
      `df = pl.concat([above, below], how="diagonal").select(${columns.map(({ column }) => python.after(column.id)).join(', ')})`,
    ]
  },
})

interface Met { readonly column: Column; readonly above: Column | undefined; readonly below: Column | undefined }

function planOf({ dataset }: Params, context: Context): { table: Table; columns: readonly Met[] } {
  const table = context.tables[dataset]
  if (!table) throw new RecipeProblem(`Append rows: there is no data set “${dataset}”. Choose another, or register it again.`, 'dataset')
  const partners = partnersOf(context.columns, table.columns)
  const mine = context.columns.map((above) => {
    const below = partners.get(above.id)
    return { above, below, column: below ? { ...above, type: common(above, below) } : above }
  })
  const taken = new Set([...partners.values()].map(({ id }) => id))
  const ids = madeKeys(table.columns.map(({ name }) => name))
  const fresh = table.columns.flatMap((below, i) => (taken.has(below.id) ? [] : [{ above: undefined, below, column: context.made(ids[i] ?? i, below.name, below.type) }]))
  return { table, columns: [...mine, ...fresh] }
}

/** For each column of ours the one of theirs: exact names first, then without regard to case. */
function partnersOf(ours: readonly Column[], theirs: readonly Column[]): ReadonlyMap<string, Column> {
  const found = new Map<string, Column>()
  const free = new Map(theirs.map((column) => [column.id, column]))
  for (const same of [(a: string, b: string) => a === b, (a: string, b: string) => a.toLowerCase() === b.toLowerCase()]) {
    for (const { id, name } of ours) {
      const partner = found.has(id) ? undefined : [...free.values()].find((column) => same(column.name, name))
      if (!partner) continue
      found.set(id, partner)
      free.delete(partner.id)
    }
  }
  return found
}

function common(above: Column, below: Column): string {
  const type = unified([above.type, below.type])
  if (type) return type
  throw new RecipeProblem(`Append rows: “${above.name}” holds ${above.type} here and ${below.type} there. Change the type of one of them first.`, 'dataset')
}

function namesOf(params: Params, { context }: Python): ReadonlyMap<string, string> {
  return uniqueNames(planOf(params, context).table.columns)
}
