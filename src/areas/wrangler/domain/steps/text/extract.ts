import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import { field } from '../../fields.ts'
import { groupsOf, namedPattern, patternProblem, rustPattern } from '../../formula/pattern.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { pandasText, polarsText } from './in-place.ts'

const Params = z.object({
  column: field.column('Column', ['text']),
  pattern: z.string().min(1, 'Write a pattern.').default('([0-9]+)').meta({ title: 'Pattern' }),
  names: z.array(z.string()).default([]).meta({ widget: 'lines', title: 'Names, one a group' }),
})
type Params = z.infer<typeof Params>

export const extract = stepKind({
  op: 'extractPattern', title: 'Extract a pattern', category: 'Text', cost: 'cell',
  about: 'What a pattern finds first becomes a column, or a column for each (group); missing where nothing is found. A group that takes no part in a find is empty.',
  params: Params,
  says: ({ column, pattern }, name) => `${pattern} from ${name(column)}`,
  apply: (params, context) => {
    const { id } = context.column(params.column)
    const pattern = literal(params.pattern)
    const found = columnsOf(params, context).map(({ made, group }) => [made.id, `CASE WHEN regexp_matches(${id}::VARCHAR, ${pattern}) THEN regexp_extract(${id}::VARCHAR, ${pattern}, ${group}) END`])
    return { kind: 'cells', columns: [...context.columns, ...columnsOf(params, context).map(({ made }) => made)], set: Object.fromEntries(found) }
  },
  pandas: (params, python) => columnsOf(params, python.context).map(({ made, group }) => `df[${python.after(made.id)}] = extracted(${pandasText(params.column, python)}, ${pyString(namedPattern(params.pattern))}, "g${group}")`),
  polars: (params, python) => [`df = df.with_columns(\n    ${columnsOf(params, python.context).map(({ made, group }) => `extracted(${polarsText(params.column, python)}, ${pyString(rustPattern(params.pattern))}, ${group}).alias(${python.after(made.id)})`).join(',\n    ')},\n)`],
})

function columnsOf({ column, pattern, names }: Params, context: Context) {
  const problem = patternProblem(pattern)
  if (problem) throw new RecipeProblem(problem, 'pattern')
  const groups = groupsOf(pattern) - 1
  if (groups > 9) throw new RecipeProblem(`This pattern has ${groups} groups; nine is the most. Write (?:…) where a group is not to become a column.`, 'pattern')
  const own = [...pattern.matchAll(/\\[\s\S]|\((?:\?P?<(\w+)>|(?!\?))/g)].filter(([found]) => found.startsWith('('))
  const numbers = groups === 0 ? [0] : Array.from({ length: groups }, (_, i) => i + 1)
  const base = context.column(column).name
  return numbers.map((group, i) => ({ group, made: context.made(i, names[i]?.trim() || own[i]?.[1] || `${base}_${i + 1}`, 'VARCHAR') }))
}
