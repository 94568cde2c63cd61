import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import { patternProblem, replacementProblem, rustPattern, rustReplacement } from '../../formula/pattern.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import { inPlace, pandasInPlace, polarsInPlace, textColumns } from './in-place.ts'

const Params = z.object({
  columns: textColumns(),
  find: z.string().min(1, 'Say what is to be found.').meta({ title: 'Find' }),
  by: z.string().default('').meta({ title: 'Replace by' }),
  as: z.enum(['text', 'pattern']).default('text').meta({ title: 'Find is' }),
  ignoreCase: z.boolean().default(false).meta({ title: 'Ignore case' }),
  whole: z.boolean().default(false).meta({ title: 'Only whole values' }),
})
type Params = z.infer<typeof Params>

export const replaceText = stepKind({
  op: 'replaceText', title: 'Find and replace', category: 'Text', cost: 'cell',
  about: 'Replaces every place of a text, or of a pattern whose (groups) are \\1, \\2 in the replacement. Patterns are RE2’s: fast on any text, but without look-ahead and back-references.',
  params: Params,
  says: ({ columns, find, by }, name) => `${columns.map(name).join(', ')}: “${find}” → “${by}”`,
  apply: (params, context) => {
    const rule = ruleOf(params)
    return inPlace(params.columns, context, (text) => (rule ? `regexp_replace(${text}, ${literal(rule.pattern)}, ${literal(rule.by)}, 'g')` : `replace(${text}, ${literal(params.find)}, ${literal(params.by)})`))
  },
  pandas: (params, python) => {
    const rule = ruleOf(params)
    const [kind, find, by] = rule ? ['_regex', rule.pattern, rule.by] : ['', params.find, params.by]
    return pandasInPlace(params.columns, python, (text) => `arrow(pc.replace_substring${kind}, ${text}, pattern=${pyString(find)}, replacement=${pyString(by)})`)
  },
  polars: (params, python) => {
    const rule = ruleOf(params)
    const args = rule ? `${pyString(rustPattern(rule.pattern))}, ${pyString(rustReplacement(rule.by))}` : `${pyString(params.find)}, ${pyString(params.by)}, literal=True`
    return polarsInPlace(params.columns, python, (text) => `${text}.str.replace_all(${args})`)
  },
})

/** The pattern to run, when letters alone do not do. */
function ruleOf({ find, by, as, ignoreCase, whole }: Params): { pattern: string; by: string } | undefined {
  if (as === 'text' && !ignoreCase && !whole) return undefined
  const problem = as === 'pattern' ? patternProblem(find) : undefined
  if (problem) throw new RecipeProblem(problem, 'find')
  const wrong = as === 'pattern' ? replacementProblem(by) : undefined
  if (wrong) throw new RecipeProblem(wrong, 'by')
  const pattern = as === 'pattern' ? find : find.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&')
  return { pattern: `${ignoreCase ? '(?i)' : ''}${whole ? `^(?:${pattern})$` : pattern}`, by: as === 'pattern' ? by : by.replaceAll('\\', '\\\\') }
}
