import { z } from 'zod'
import { stepKind } from '../../step-kind.ts'
import { inPlace, pandasInPlace, polarsInPlace, textColumns } from './in-place.ts'

export const normalise = stepKind({
  op: 'normaliseText', title: 'Normalise letters', category: 'Text', cost: 'cell',
  about: 'Makes letters that look alike the same: NFC joins a letter and its accent into one sign. Taking accents away also merges Gödel and Godel; ß, ø and ł carry no accent and stay.',
  params: z.object({ columns: textColumns(), to: z.enum(['nfc', 'no accents']).default('nfc').meta({ title: 'Form' }) }),
  says: ({ columns, to }, name) => `${columns.map(name).join(', ')}: ${to === 'nfc' ? 'NFC' : to}`,
  apply: ({ columns, to }, context) => inPlace(columns, context, (text) => (to === 'nfc' ? `nfc_normalize(${text})` : `strip_accents(${text})`)),
  pandas: ({ columns, to }, python) => pandasInPlace(columns, python, (text) => (to === 'nfc' ? `arrow(pc.utf8_normalize, ${text}, form="NFC")` : `convert(${text}, lambda v: without_accents(v), pa.string())`)),
  polars: ({ columns, to }, python) => polarsInPlace(columns, python, (text) => (to === 'nfc' ? `${text}.str.normalize("NFC")` : `${text}.map_elements(lambda v: without_accents(v), return_dtype=pl.String)`)),
})
