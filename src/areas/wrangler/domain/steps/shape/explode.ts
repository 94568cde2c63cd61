import { z } from 'zod'
import { familyOf } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { placedSql } from './keys.ts'

const Params = z.object({
  column: field.column('List column', ['nested', 'text']),
  keepEmpty: z.boolean().default(false).meta({ title: 'Keep rows whose list is empty or missing' }),
})

export const explode = stepKind({
  op: 'explode', title: 'Explode list', category: 'Shape and combine', cost: 'shape',
  about: 'One row for each element of a list, or of a text that holds a JSON list; the other columns are repeated. A row whose list is empty or missing, or whose text is no list, goes, unless it is kept with a missing value.',
  params: Params,
  says: ({ column, keepEmpty }, name) => `${name(column)}, empty lists ${keepEmpty ? 'kept' : 'dropped'}`,
  apply: ({ column, keepEmpty }, context) => {
    const list = listColumn(column, context)
    const { type, elements } = elementsOf(list)
    const source = keepEmpty ? `CASE WHEN coalesce(len(${elements}), 0) = 0 THEN [NULL]::${type}[] ELSE ${elements} END` : elements
    const columns = context.columns.map((one) => (one.id === list.id ? { ...one, type } : one))
    const inner = columns.map(({ id }) => (id === list.id ? `${source} AS ${id}` : id)).join(', ')
    const outer = columns.map(({ id }) => (id === list.id ? `unnest(${id}) AS ${id}` : id)).join(', ')
    return {
      kind: 'table', columns, order: '_at, _i',
      select: `SELECT ${outer}, _at, unnest(range(len(${list.id}))) AS _i FROM (SELECT ${inner}, _at FROM ${placedSql(context)})`,
    }
  },
  pandas: ({ column, keepEmpty }, { context, q }) => {
    const text = isText(listColumn(column, context))
    return [
      text ? `lists = [json_list(v) or [] for v in present_or_none(df[${q(column)}])]` : `lists = [[] if v is None or v is pd.NA else list(v) for v in pa.array(df[${q(column)}]).to_pylist()]`,
      ...(keepEmpty ? ['lists = [v or [None] for v in lists]'] : []),
      'rows = [i for i, v in enumerate(lists) for _ in v]',
      `values = pa.array([one for v in lists for one in v], type=${text ? 'pa.string()' : `pa.array(df[${q(column)}]).type.value_type`})`,
      'df = df.iloc[rows].reset_index(drop=True)',
      `df[${q(column)}] = column(values, df)`,
    ]
  },
  polars: ({ column, keepEmpty }, { context, q }) => {
    const name = `pl.col(${q(column)})`
    return [
      ...(isText(listColumn(column, context)) ? [`df = df.with_columns(pl.Series(${q(column)}, [json_list(v) for v in present_or_none(df[${q(column)}])], dtype=pl.List(pl.String)))`] : []),
      ...(keepEmpty ? [] : [`df = df.filter((${name}.list.len() > 0).fill_null(False))`]),
      `df = df.explode(${q(column)}, empty_as_null=True, keep_nulls=True)`,
    ]
  },
})

/** The list that a row holds, NULL where it holds none. `json_type` refuses what is not JSON, hence one test inside the other. */
function elementsOf({ id, type }: Column): { readonly type: string; readonly elements: string } {
  if (!isText({ type })) return { type: type.replace(/\[\d*\]$/, ''), elements: `${id}::${type.replace(/\[\d*\]$/, '')}[]` }
  const text = `${id}::VARCHAR`
  return { type: 'VARCHAR', elements: `CASE WHEN json_valid(${text}) THEN CASE WHEN json_type(${text}) = 'ARRAY' THEN json_extract_string(${text}, '$[*]') END END` }
}

function isText({ type }: Pick<Column, 'type'>): boolean {
  return familyOf(type) === 'text' || type === 'JSON'
}

function listColumn(id: string, context: Context): Column {
  const column = context.column(id)
  if (/\[\d*\]$/.test(column.type) || isText(column)) return column
  throw new RecipeProblem(`Explode list: “${column.name}” holds ${column.type}, which is not a list. Choose a list or a text that holds JSON lists, or take fields out of JSON with “Unnest JSON”.`, 'column')
}
