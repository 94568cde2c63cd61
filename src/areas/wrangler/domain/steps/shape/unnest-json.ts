import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { pyString, pyValue } from '../../code/values.ts'
import { familyOf } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { madeKeys } from '../../made-keys.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'

const types = ['VARCHAR', 'BIGINT', 'DOUBLE', 'BOOLEAN'] as const
type Type = (typeof types)[number]
/** What the text of a field must look like to become the type, the same in SQL and Python. */
const patterns: Record<Type, string> = { VARCHAR: '.*', BIGINT: '-?[0-9]{1,18}', DOUBLE: '-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?', BOOLEAN: 'true|false' }
const pythons: Record<Type, string> = { VARCHAR: 'v', BIGINT: 'int(v)', DOUBLE: 'float(v)', BOOLEAN: 'v == "true"' }
const arrows: Record<Type, string> = { VARCHAR: 'pa.string()', BIGINT: 'pa.int64()', DOUBLE: 'pa.float64()', BOOLEAN: 'pa.bool_()' }
const polarsTypes: Record<Type, string> = { VARCHAR: 'pl.String', BIGINT: 'pl.Int64', DOUBLE: 'pl.Float64', BOOLEAN: 'pl.Boolean' }

const Field = z.object({
  path: z.string().regex(/^[^.[\]"]+(\[\d+\])*(\.[^.[\]"]+(\[\d+\])*)*$/, 'Write a path such as address.city or tags[0].').meta({ title: 'Path' }),
  type: z.enum(types).default('VARCHAR').meta({ title: 'Type' }),
  name: field.name('Name'),
})
const Params = z.object({
  column: field.column('Column', ['text', 'nested']),
  fields: z.array(Field).min(1, 'Write at least one path.').meta({ widget: 'fields', title: 'Fields' }),
  keep: z.boolean().default(true).meta({ title: 'Keep the column' }),
})
type Params = z.output<typeof Params>

export const unnestJson = stepKind({
  op: 'unnestJson', title: 'Unnest JSON', category: 'Shape and combine', cost: 'cell',
  about: 'Takes fields out of JSON text or a struct into columns of their own. A text that is not JSON, a field that is absent and a value that is not of the type give a missing value.',
  params: Params,
  says: ({ column, fields }, name) => `${fields.map(({ path }) => path).join(', ')} of ${name(column)}`,
  apply: (params, context) => {
    const source = sourceOf(params, context)
    const json = familyOf(source.type) === 'text' ? `CASE WHEN json_valid(${source.id}) THEN ${source.id} END` : `to_json(${source.id})`
    const made = madeOf(params, context)
    const set = Object.fromEntries(made.map(({ id }, i) => [id, fieldSql(json, params.fields[i] ?? { path: '', type: 'VARCHAR' })]))
    return { kind: 'cells', columns: [...context.columns.filter(({ id }) => params.keep || id !== source.id), ...made], set }
  },
  pandas: (params, { context, q, after }) => [
    ...textsOf(params, context, q),
    ...(params.keep ? [] : [`df = df.drop(columns=[${q(params.column)}])`]),
    ...madeOf(params, context).map(({ id }, i) => `df[${after(id)}] = pd.Series(${valuesOf(params, i)}, index=df.index, dtype=pd.ArrowDtype(${arrows[params.fields[i]?.type ?? 'VARCHAR']}))`),
  ],
  polars: (params, { context, q, after }) => [
    ...textsOf(params, context, q),
    ...(params.keep ? [] : [`df = df.drop(${q(params.column)})`]),
    ...madeOf(params, context).map(({ id }, i) => `df = df.with_columns(pl.Series(${after(id)}, ${valuesOf(params, i)}, dtype=${polarsTypes[params.fields[i]?.type ?? 'VARCHAR']}))`),
  ],
})

function sourceOf({ column }: Params, context: Context): Column {
  const source = context.column(column)
  if (familyOf(source.type) === 'text' || /^(STRUCT|JSON)/.test(source.type)) return source
  throw new RecipeProblem(`Unnest JSON: “${source.name}” holds ${source.type}. Choose a column of JSON text or a struct; a list is taken apart by “Explode list”.`, 'column')
}

function madeOf({ fields }: Params, context: Context): Column[] {
  const keys = madeKeys(fields.map(({ path }) => path))
  return fields.map(({ path, type, name }, i) => context.made(keys[i] ?? i, name === '' ? path : name, type))
}

function fieldSql(json: string, { path, type }: { path: string; type: Type }): string {
  const steps = partsOf(path).map((part) => (typeof part === 'number' ? `[${part}]` : `."${part}"`)).join('')
  const text = `json_extract_string(${json}, ${literal(`$${steps}`)})`
  return type === 'VARCHAR' ? text : `CASE WHEN regexp_full_match(${text}, ${literal(patterns[type])}) THEN TRY_CAST(${text} AS ${type}) END`
}

function partsOf(path: string): (string | number)[] {
  return path.split('.').flatMap((piece) => {
    const [name = '', ...indexes] = piece.split('[')
    return [name, ...indexes.map((index) => Number(index.replace(']', '')))]
  })
}

function textsOf(params: Params, context: Context, q: (id: string) => string): string[] {
  const source = sourceOf(params, context)
  const values = `present_or_none(df[${q(params.column)}])`
  return [`documents = ${source.type.startsWith('STRUCT') ? `[None if v is None else json.dumps(v, default=lambda x: as_text(x)) for v in ${values}]` : values}`]
}

function valuesOf({ fields }: Params, i: number): string {
  const { path, type } = fields[i] ?? { path: '', type: 'VARCHAR' as const }
  return `[None if v is None else ${pythons[type]} for v in (json_field(d, ${pyValue(partsOf(path))}, r${pyString(patterns[type]).replaceAll('\\\\', '\\')}) for d in documents)]`
}
