import { z } from 'zod'
import { stepKind } from '../../step-kind.ts'
import { inPlace, pandasInPlace, polarsInPlace, textColumns } from './in-place.ts'

const forms = ['lower', 'upper', 'title', 'sentence'] as const
type Form = (typeof forms)[number]
const word = "[\\p{L}\\p{M}\\p{N}''’]+"
const gap = word.replace('[', '[^')

export const changeCase = stepKind({
  op: 'changeCase', title: 'Change case', category: 'Text', cost: 'cell',
  about: 'Lower, upper, Title or Sentence case, letter by letter without a language: the Turkish İ becomes i, and ß stays one letter (ẞ).',
  params: z.object({ columns: textColumns(), to: z.enum(forms).default('lower').meta({ title: 'Case' }) }),
  says: ({ columns, to }, name) => `${columns.map(name).join(', ')} to ${to} case`,
  apply: ({ columns, to }, context) => inPlace(columns, context, (text) => sqlOf(to, text)),
  pandas: ({ columns, to }, python) => pandasInPlace(columns, python, (text) => (to === 'lower' || to === 'upper' ? `arrow(pc.utf8_${to}, ${text})` : `convert(${text}, lambda v: ${to}_case(v), pa.string())`)),
  polars: ({ columns, to }, python) => polarsInPlace(columns, python, (text) => (to === 'lower' || to === 'upper' ? `${to}_text(${text})` : `${text}.map_elements(lambda v: ${to}_case(v), return_dtype=pl.String)`)),
})

function sqlOf(to: Form, text: string): string {
  if (to === 'lower' || to === 'upper') return `${to}(${text})`
  if (to === 'sentence') return capital(text)
  return `array_to_string(list_transform(regexp_extract_all(${text}, '${word}|${gap}'), lambda w: ${capital('w')}), '')`
}

function capital(sql: string): string {
  return `upper(substr(${sql}, 1, 1)) || lower(substr(${sql}, 2))`
}
