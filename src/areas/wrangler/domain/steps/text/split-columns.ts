import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { pandasText, polarsText } from './in-place.ts'

const Params = z.object({
  column: field.column('Column', ['text']),
  separator: z.string().min(1, 'Write the separator.').default(',').meta({ title: 'Separator' }),
  parts: z.int().min(2).max(50).default(2).meta({ title: 'Parts' }),
  rest: z.enum(['drop', 'keep in the last part']).default('keep in the last part').meta({ title: 'More parts than that' }),
  names: z.array(z.string()).default([]).meta({ widget: 'lines', title: 'Names of the parts' }),
  dropOriginal: field.flag('Drop the column itself'),
})
type Params = z.infer<typeof Params>

export const splitColumns = stepKind({
  op: 'splitColumns', title: 'Split to columns', category: 'Text', cost: 'cell',
  about: 'Cuts text at each separator into columns. A text with fewer parts leaves the others missing, which is not the same as an empty part between two separators.',
  params: Params,
  says: ({ column, separator, parts }, name) => `${name(column)} at “${separator}” into ${parts}`,
  apply: (params, context) => {
    const { id } = context.column(params.column)
    const made = madeBy(params, context)
    const split = `string_split(${id}::VARCHAR, ${literal(separatorOf(params))})`
    const last = `CASE WHEN len(${split}) >= ${params.parts} THEN array_to_string(${split}[${params.parts}:], ${literal(separatorOf(params))}) END`
    const columns = params.dropOriginal ? context.columns.filter((one) => one.id !== id) : context.columns
    return { kind: 'cells', columns: [...columns, ...made], set: Object.fromEntries(made.map((one, i) => [one.id, keepsRest(params, i) ? last : `${split}[${i + 1}]`])) }
  },
  pandas: (params, python) => [
    `parts = ${pandasText(params.column, python)}`,
    ...(params.dropOriginal ? [`df = df.drop(columns=[${python.q(params.column)}])`] : []),
    ...madeBy(params, python.context).map(({ id }, i) => `df[${python.after(id)}] = convert(parts, lambda v: part_of_text(v.split(${pyString(separatorOf(params))}${limitOf(params)}), ${i}), pa.string())`),
  ],
  polars: (params, python) => {
    const split = `${polarsText(params.column, python)}.str.split(${pyString(separatorOf(params))})`
    const parts = madeBy(params, python.context).map(({ id }, i) => {
      const part = keepsRest(params, i) ? `pl.when(parts.list.len() >= ${params.parts}).then(parts.list.slice(${i}).list.join(${pyString(separatorOf(params))}))` : `parts.list.get(${i}, null_on_oob=True)`
      return `${part}.alias(${python.after(id)})`
    })
    return [`parts = ${split}`, `df = df.with_columns(\n    ${parts.join(',\n    ')},\n)`, ...(params.dropOriginal ? [`df = df.drop(${python.q(params.column)})`] : [])]
  },
})

function madeBy({ column, parts, names }: Params, context: Context) {
  const { name } = context.column(column)
  return Array.from({ length: parts }, (_, i) => context.made(i, names[i]?.trim() ? names[i] : `${name}_${i + 1}`, 'VARCHAR'))
}

function separatorOf({ separator }: Params): string {
  return separator.replaceAll('\\t', '\t').replaceAll('\\n', '\n')
}

function keepsRest({ rest, parts }: Params, i: number): boolean {
  return rest !== 'drop' && i === parts - 1
}

function limitOf({ rest, parts }: Params): string {
  return rest === 'drop' ? '' : `, ${parts - 1}`
}
