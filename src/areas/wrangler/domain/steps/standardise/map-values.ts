import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { pyString, pyValue } from '../../code/values.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import { inPlace, pandasText, polarsText } from '../text/in-place.ts'

const Params = z.object({
  column: field.column('Column', ['text', 'integer', 'boolean']),
  map: z.array(z.object({ from: z.string(), to: z.string().nullable() })).min(1, 'Map at least one value.').meta({ widget: 'mapping', title: 'Values' }),
  others: z.enum(['keep', 'missing']).default('keep').meta({ title: 'Values not in the list' }),
  missing: z.string().optional().meta({ title: 'Missing values become' }),
})
type Params = z.infer<typeof Params>

export const mapValues = stepKind({
  op: 'mapValues', title: 'Map values', category: 'Standardise', cost: 'cell',
  about: 'Puts each listed value as another, letter for letter, such as NYC and N.Y. both as New York; the first line of a value counts. The result is text.',
  params: Params,
  says: ({ column, map }, name) => `${name(column)}: ${map.slice(0, 3).map(({ from, to }) => `${from} → ${to ?? 'missing'}`).join(', ')}${map.length > 3 ? `, ${map.length - 3} more` : ''}`,
  apply: ({ column, map, others, missing }, context) => inPlace([column], context, (text) => {
    const cases = [...firsts(map)].map(([from, to]) => `WHEN ${literal(from)} THEN ${literal(to)}`)
    const put = `CASE ${text} ${cases.join(' ')} ELSE ${others === 'keep' ? text : 'NULL'} END`
    return missing === undefined ? put : `CASE WHEN ${text} IS NULL THEN ${literal(missing)} ELSE ${put} END`
  }),
  pandas: (params, python) => {
    const { type } = python.context.column(params.column)
    const text = /VARCHAR|ENUM/.test(type) ? pandasText(params.column, python) : `shown_text(df[${python.q(params.column)}])`
    const put = `convert(${text}, lambda v: names.get(v${params.others === 'keep' ? ', v' : ''}), pa.string())`
    return [namesOf(params), `df[${python.q(params.column)}] = ${params.missing === undefined ? put : `arrow(pc.if_else, df[${python.q(params.column)}].isna(), ${pyString(params.missing)}, ${put})`}`]
  },
  polars: (params, python) => {
    const { type } = python.context.column(params.column)
    const text = /VARCHAR|ENUM/.test(type) ? polarsText(params.column, python) : `shown_text(pl.col(${python.q(params.column)}))`
    const put = `${text}.map_elements(lambda v: names.get(v${params.others === 'keep' ? ', v' : ''}), return_dtype=pl.String)`
    const all = params.missing === undefined ? put : `pl.when(pl.col(${python.q(params.column)}).is_null()).then(pl.lit(${pyString(params.missing)})).otherwise(${put})`
    return [namesOf(params), `df = df.with_columns(${all}.alias(${python.q(params.column)}))`]
  },
})

function firsts(map: Params['map']): ReadonlyMap<string, string | null> {
  return new Map(map.toReversed().map(({ from, to }) => [from, to]))
}

function namesOf({ map }: Params): string {
  return `names = {${[...firsts(map)].map(([from, to]) => `${pyString(from)}: ${pyValue(to)}`).join(', ')}}`
}
