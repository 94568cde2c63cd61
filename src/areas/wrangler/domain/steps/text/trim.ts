import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import { stepKind } from '../../step-kind.ts'
import { inPlace, pandasInPlace, polarsInPlace, textColumns } from './in-place.ts'

const Params = z.object({
  columns: textColumns(),
  ends: z.enum(['both', 'start', 'end', 'none']).default('both').meta({ title: 'Trim' }),
  collapse: z.boolean().default(false).meta({ title: 'Several spaces inside become one' }),
  unicode: z.boolean().default(true).meta({ title: 'No-break and other Unicode spaces too' }),
  emptyIsMissing: z.boolean().default(false).meta({ title: 'Empty text becomes missing' }),
})
type Params = z.infer<typeof Params>

export const trim = stepKind({
  op: 'trim', title: 'Trim spaces', category: 'Text', cost: 'cell',
  about: 'Takes away spaces, tabs and line ends around text. The no-break space of web pages and spreadsheets looks like a space and is none: leave its option on.',
  params: Params,
  says: ({ columns, ends, collapse }, name) => `${columns.map(name).join(', ')}: ${ends === 'none' ? 'inside only' : ends}${collapse ? ', collapsed' : ''}`,
  apply: (params, context) => inPlace(params.columns, context, (text) => {
    const cut = rules(params).reduce((sql, [pattern, by]) => `regexp_replace(${sql}, ${literal(pattern)}, ${literal(by)}, 'g')`, text)
    return params.emptyIsMissing ? `nullif(${cut}, '')` : cut
  }),
  pandas: (params, python) => pandasInPlace(params.columns, python, (text) => {
    const cut = rules(params).reduce((code, [pattern, by]) => `arrow(pc.replace_substring_regex, ${code}, pattern=${pyString(pattern)}, replacement=${pyString(by)})`, text)
    return params.emptyIsMissing ? `${cut}.replace("", None)` : cut
  }),
  polars: (params, python) => polarsInPlace(params.columns, python, (text) => {
    const cut = rules(params).reduce((code, [pattern, by]) => `${code}.str.replace_all(${pyString(pattern)}, ${pyString(by)})`, text)
    return params.emptyIsMissing ? `${cut}.replace("", None)` : cut
  }),
})

/** Patterns and what takes their place, in order; written so that RE2 and Rust's engine read them alike. */
function rules({ ends, collapse, unicode }: Params): [string, string][] {
  const space = unicode ? '[\\t\\n\\x0b\\x0c\\r \\x{85}\\p{Z}\\x{200b}\\x{feff}]' : '[\\t\\n\\x0b\\x0c\\r ]'
  const edges = { both: `^${space}+|${space}+$`, start: `^${space}+`, end: `${space}+$`, none: undefined }[ends]
  return [...(edges === undefined ? [] : [[edges, ''] satisfies [string, string]]), ...(collapse ? [[`${space}+`, ' '] satisfies [string, string]] : [])]
}
