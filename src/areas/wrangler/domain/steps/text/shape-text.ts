import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import { inPlace, pandasInPlace, polarsInPlace, textColumns } from './in-place.ts'

export const pad = stepKind({
  op: 'padText', title: 'Pad', category: 'Text', cost: 'cell',
  about: 'Fills text up to a length, as in 7 → 007. What is longer already stays whole; the length counts code points.',
  params: z.object({
    columns: textColumns(),
    length: z.int().min(1).max(1000).default(5).meta({ title: 'Length' }),
    fill: z.string().refine((text) => [...new Intl.Segmenter().segment(text)].length === 1 && Array.from(text).length === 1, 'Fill with one sign.').default('0').meta({ title: 'Fill with' }),
    side: z.enum(['start', 'end']).default('start').meta({ title: 'At the' }),
  }),
  says: ({ columns, length, fill }, name) => `${columns.map(name).join(', ')} to ${length} with “${fill}”`,
  apply: ({ columns, length, fill, side }, context) => inPlace(columns, context, (text) => {
    const filling = `repeat(${literal(fill)}, greatest(${length} - length(${text}), 0))`
    return side === 'start' ? `${filling} || ${text}` : `${text} || ${filling}`
  }),
  pandas: ({ columns, length, fill, side }, python) => pandasInPlace(columns, python, (text) => `${text}.str.pad(${length}, side="${side === 'start' ? 'left' : 'right'}", fillchar=${pyString(fill)})`),
  polars: ({ columns, length, fill, side }, python) => polarsInPlace(columns, python, (text) => `${text}.str.pad_${side}(${length}, ${pyString(fill)})`),
})

export const affix = stepKind({
  op: 'affixText', title: 'Add before and after', category: 'Text', cost: 'cell',
  about: 'Puts a text before or after each value; missing values stay missing.',
  params: z.object({ columns: textColumns(), prefix: z.string().default('').meta({ title: 'Before' }), suffix: z.string().default('').meta({ title: 'After' }) }),
  says: ({ columns, prefix, suffix }, name) => `“${prefix}” + ${columns.map(name).join(', ')} + “${suffix}”`,
  apply: ({ columns, prefix, suffix }, context) => inPlace(columns, context, (text) => `${literal(prefix)} || ${text} || ${literal(suffix)}`),
  pandas: ({ columns, prefix, suffix }, python) => pandasInPlace(columns, python, (text) => `${pyString(prefix)} + ${text} + ${pyString(suffix)}`),
  polars: ({ columns, prefix, suffix }, python) => polarsInPlace(columns, python, (text) => `(pl.lit(${pyString(prefix)}) + ${text} + pl.lit(${pyString(suffix)}))`),
})

export const substring = stepKind({
  op: 'substring', title: 'Keep a part', category: 'Text', cost: 'cell',
  about: 'Keeps a part of text from a position: 1 is the first sign, -1 the last. Positions count code points, so a joined emoji may be cut.',
  params: z.object({
    columns: textColumns(),
    start: z.int().min(-1_000_000_000).max(1_000_000_000).default(1).meta({ title: 'From position' }),
    length: z.int().min(0).optional().meta({ title: 'Length (empty: to the end)' }),
  }),
  says: ({ columns, start, length }, name) => `${columns.map(name).join(', ')} from ${start}${length === undefined ? '' : `, ${length} long`}`,
  apply: ({ columns, start, length }, context) => {
    slice(start, length)
    return inPlace(columns, context, (text) => `substr(${text}, ${start}${length === undefined ? '' : `, ${length}`})`)
  },
  pandas: ({ columns, start, length }, python) => pandasInPlace(columns, python, (text) => `convert(${text}, lambda v: ${slice(start, length)}, pa.string())`),
  polars: ({ columns, start, length }, python) => polarsInPlace(columns, python, (text) => `${text}.map_elements(lambda v: ${slice(start, length)}, return_dtype=pl.String)`),
})

/** Python's slice. A start before the text's beginning eats of the length, as in SQL. */
function slice(start: number, length: number | undefined): string {
  if (start === 0) throw new RecipeProblem('Positions begin at 1; -1 is the last sign.', 'start')
  const from = start > 0 ? start - 1 : start
  if (length === undefined) return `v[${from}:]`
  if (start > 0) return `v[${from}:${from + length}]`
  return `v[max(len(v) - ${-start}, 0):max(len(v) - ${-start} + ${length}, 0)]`
}
