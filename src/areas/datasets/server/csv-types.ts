import { datesOf } from './csv-dates.ts'
import type { Asked } from './csv-long.ts'
import { lossesOf } from './csv-losses.ts'
import { probed } from './csv-probe.ts'
import type { Counts } from './csv-probe.ts'

export interface Typed { readonly types: readonly string[]; readonly dateFormat?: string; readonly timestampFormat?: string; readonly warnings: readonly string[] }

/** Types from the first rows, then held against a million: a column that turns out otherwise is read as text, and that is told. */
export async function typesOf(asked: Asked): Promise<Typed> {
  const { counts, complete } = await probed(asked)
  const likely = counts.flatMap((one, i) => (typeOf(one) === 'VARCHAR' && one.filled > 0 && one.zeros === 0 && one.real === 0 && /^\D{0,4}\d{1,4}[-/. ]?\w{1,4}[-/. ]/.test(one.odd ?? '') ? [i] : []))
  const dates = await datesOf(asked, likely)
  const types = counts.map((one, i) => dates.types.get(i) ?? typeOf(one))
  const formats = { ...(dates.dateFormat ? { dateFormat: dates.dateFormat } : {}), ...(dates.timestampFormat ? { timestampFormat: dates.timestampFormat } : {}) }
  const held = await heldAgainst(asked, types, { formats, places: complete ? [...dates.types.keys()] : types.map((_, i) => i) })
  const warnings = [...dates.warnings, ...held.warnings, ...counts.flatMap((one, i) => nearly(one, asked.names[i] ?? '', types[i] ?? ''))]
  return { types: held.types, ...formats, warnings }
}

function typeOf({ filled, whole, real, truth, spelt, yes, no, zeros, plainDigits, big, unsigned, dates, stamps, times, zoned }: Counts): string {
  const rules: readonly (readonly [boolean, string])[] = [
    [filled === 0, 'VARCHAR'],
    [truth === filled && (spelt > 0 || (yes > 0 && no > 0)), 'BOOLEAN'],
    [zeros > 0 && plainDigits === filled, 'VARCHAR'],
    [whole === filled, 'BIGINT'],
    [plainDigits === filled && unsigned === filled, 'UBIGINT'],
    [plainDigits === filled, big === filled ? 'DECIMAL(38,0)' : 'VARCHAR'],
    [real === filled, 'DOUBLE'],
    [dates === filled, 'DATE'],
    [zoned === filled && stamps === filled, 'TIMESTAMP WITH TIME ZONE'],
    [times === filled, 'TIME'],
    [stamps === filled, 'TIMESTAMP'],
  ]
  return rules.find(([holds]) => holds)?.[1] ?? 'VARCHAR'
}

async function heldAgainst(asked: Asked, types: readonly string[], { formats, places }: { readonly formats: { readonly dateFormat?: string; readonly timestampFormat?: string }; readonly places: readonly number[] }) {
  const losses = await lossesOf(asked, { columns: places.map((i) => ({ i, type: types[i] ?? 'VARCHAR' })), zeros: true, ...formats })
  const better = new Map(losses.map(({ at, type, unreal }) => [at, type === 'BIGINT' && unreal === 0 ? 'DOUBLE' : 'VARCHAR']))
  return {
    types: types.map((type, i) => better.get(i) ?? type),
    warnings: losses.filter(({ at }) => better.get(at) === 'VARCHAR').map(({ at, type, empty, example }) => `“${asked.names[at] ?? ''}” begins as ${type}, but ${empty} later ${empty === 1 ? 'value is' : 'values are'} not (e.g. “${example}”), so it is read as text. Choose ${type} to leave those empty and have them listed.`),
  }
}

/** A text column that but for a few values would be something else. */
function nearly({ filled, real, truth, odd, unsaid }: Counts, name: string, type: string): string[] {
  if (type !== 'VARCHAR') return []
  const told = (what: string, others: number, example: string) => [`“${name}” holds ${what} but for ${others} of the first ${filled} values (e.g. “${example}”), so it is read as text. If that stands for a missing value, name it under “Missing values”.`]
  if (odd !== null && real < filled && real >= filled * 0.9) return told('numbers', filled - real, odd)
  if (unsaid !== null && truth < filled && truth >= filled * 0.75) return told('true and false', filled - truth, unsaid)
  return []
}
