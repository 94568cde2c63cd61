import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { pandasText, polarsText } from './in-place.ts'

/** Patterns that RE2 and Rust's engine read alike. */
const counted = {
  words: '[^\\t\\n\\f\\r ]+', letters: '\\p{L}', 'upper-case letters': '\\p{Lu}', digits: '[0-9]', punctuation: '\\p{P}', spaces: '[\\t\\n\\f\\r ]', lines: '[^\\n\\r]+',
} as const
const shared = { 'upper-case share': ['\\p{Lu}', '\\p{L}'], 'digit share': ['[0-9]', '(?s:.)'] } as const
const names = ['length', 'words', 'letters', 'upper-case letters', 'digits', 'punctuation', 'spaces', 'lines', 'upper-case share', 'digit share'] as const
type Name = (typeof names)[number]

export const statistics = stepKind({
  op: 'textStatistics', title: 'Text statistics', category: 'Text', cost: 'cell',
  about: 'Measures of text as new columns. The length counts code points, so an emoji may count as several; shares are missing where there is nothing to share in.',
  params: z.object({ column: field.column('Column', ['text']), measures: z.array(z.enum(names)).min(1, 'Choose at least one measure.').default(['length', 'words']).meta({ title: 'Measures' }) }),
  says: ({ column, measures }, name) => `${measures.join(', ')} of ${name(column)}`,
  apply: ({ column, measures }, context) => {
    const text = `${context.column(column).id}::VARCHAR`
    const made = madeBy(column, measures, context)
    return { kind: 'cells', columns: [...context.columns, ...made], set: Object.fromEntries(made.map(({ id }, i) => [id, sqlOf(measures[i] ?? 'length', text)])) }
  },
  pandas: ({ column, measures }, python) => madeBy(column, measures, python.context).map(({ id }, i) => `df[${python.after(id)}] = ${pandasOf(measures[i] ?? 'length', pandasText(column, python))}`),
  polars: ({ column, measures }, python) => [`df = df.with_columns(\n    ${madeBy(column, measures, python.context).map(({ id }, i) => `${polarsOf(measures[i] ?? 'length', polarsText(column, python))}.alias(${python.after(id)})`).join(',\n    ')},\n)`],
})

/** A measure's column keeps its id whatever the others are. */
function madeBy(column: string, measures: readonly Name[], context: Context) {
  return measures.map((measure) => context.made(names.indexOf(measure), `${context.column(column).name}_${measure.replaceAll(/[ -]/g, '_')}`, isShare(measure) ? 'DOUBLE' : 'BIGINT'))
}

function isShare(measure: Name): measure is keyof typeof shared {
  return Object.hasOwn(shared, measure)
}

function sqlOf(measure: Name, text: string): string {
  const count = (pattern: string) => `len(regexp_extract_all(${text}, ${literal(pattern)}))`
  if (measure === 'length') return `length(${text})`
  if (isShare(measure)) return `CAST(${count(shared[measure][0])} AS DOUBLE) / nullif(${count(shared[measure][1])}, 0)`
  return `CAST(${count(counted[measure])} AS BIGINT)`
}

function pandasOf(measure: Name, text: string): string {
  const count = (pattern: string) => `arrow(pc.count_substring_regex, ${text}, pattern=${pyString(pattern)}).astype(pd.ArrowDtype(pa.int64()))`
  if (measure === 'length') return `${text}.str.len().astype(pd.ArrowDtype(pa.int64()))`
  if (isShare(measure)) return `${count(shared[measure][0])} / zero_as_missing(${count(shared[measure][1])})`
  return count(counted[measure])
}

function polarsOf(measure: Name, text: string): string {
  const count = (pattern: string) => `${text}.str.count_matches(${pyString(pattern)}).cast(pl.Int64)`
  if (measure === 'length') return `${text}.str.len_chars().cast(pl.Int64)`
  if (isShare(measure)) return `(${count(shared[measure][0])} / ${count(shared[measure][1])}).fill_nan(None)`
  return count(counted[measure])
}
