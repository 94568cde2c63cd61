import { plainNumberSql } from '../domain/csv-numbers.ts'
import { castSql } from '../domain/csv-types.ts'
import { askCsv, longSql, textOf } from './csv-long.ts'
import type { Asked } from './csv-long.ts'

const most = 20_000
const cells = 300_000

export interface Counts { readonly filled: number; readonly whole: number; readonly real: number; readonly truth: number; readonly spelt: number; readonly yes: number; readonly no: number; readonly zeros: number; readonly plainDigits: number; readonly big: number; readonly unsigned: number; readonly dates: number; readonly stamps: number; readonly times: number; readonly zoned: number; readonly odd: string | null; readonly unsaid: string | null }
export interface Probed { readonly counts: readonly Counts[]; readonly complete: boolean }

/** How many of a column's first values could be of each type; one read of the file, whatever its width. */
export async function probed(asked: Asked): Promise<Probed> {
  const width = asked.names.length
  const rows = Math.max(100, Math.min(most, Math.floor(cells / width)))
  const found = await askCsv(asked, (csv) => `SELECT i, count(*), ${Object.values(measures(asked)).join(', ')} FROM ${longSql(csv, { rows, of: asked.names.map((_, i) => ({ i })) })} GROUP BY i`)
  const byPlace = new Map(found.map((row) => [Number(row[0]), row]))
  const counts = asked.names.map((_, i) => countsIn(byPlace.get(i)?.slice(2) ?? []))
  return { counts, complete: Math.max(0, ...found.map((row) => Number(row[1]))) < rows }
}

/** A cast that fails is dear, so each is only tried on what looks like its type. */
function measures({ reading }: Asked) {
  const number = castSql('v', 'DOUBLE', reading)
  const n = reading.thousands ? plainNumberSql('v', reading) : 'v'
  const real = `(CASE WHEN v SIMILAR TO '\\s*[-+.,0-9nNiI].*' THEN ${number} END)`
  const where = (looks: string, holds: string) => `count(*) FILTER (CASE WHEN ${looks} THEN ${holds} END)`
  const digits = `${n} SIMILAR TO '[+-]?[0-9]+'`
  const words = (list: readonly string[]) => `count(*) FILTER (lower(v) IN (${list.map((word) => `'${word}'`).join(', ')}))`
  return {
    filled: 'count(v)',
    whole: where(digits, `TRY_CAST(${n} AS BIGINT)::VARCHAR = ltrim(${n}, '+')`),
    real: `count(${real})`,
    truth: words(['true', 'false', 'yes', 'no', 'y', 'n']),
    spelt: words(['true', 'false']),
    yes: words(['true', 'yes', 'y']),
    no: words(['false', 'no', 'n']),
    zeros: "count(*) FILTER (v SIMILAR TO '[+-]?0[0-9]+')",
    plainDigits: `count(*) FILTER (${digits})`,
    big: where(digits, `length(${n}) <= 38 OR TRY_CAST(${n} AS DECIMAL(38,0)) IS NOT NULL`),
    unsigned: where(digits, `TRY_CAST(${n} AS UBIGINT) IS NOT NULL`),
    dates: where("v SIMILAR TO '\\s*[0-9]+[-/ \\\\][0-9].*'", `${castSql('v', 'DATE', { decimal: '.' })} IS NOT NULL`),
    stamps: where("v SIMILAR TO '\\s*[0-9]+[-/ \\\\][0-9].*'", 'TRY_CAST(v AS TIMESTAMP) IS NOT NULL'),
    times: where("v SIMILAR TO '[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?'", 'TRY_CAST(v AS TIME) IS NOT NULL'),
    zoned: where('length(v) > 16', "v SIMILAR TO '.*[0-9](Z|[+-][0-9]{2}(:?[0-9]{2})?)'"),
    odd: `first(left(v, 40)) FILTER (v IS NOT NULL AND ${real} IS NULL)`,
    unsaid: "first(left(v, 40)) FILTER (lower(v) NOT IN ('true', 'false', 'yes', 'no', 'y', 'n'))",
  }
}

function countsIn(row: readonly unknown[]): Counts {
  const at = (place: number) => Number(row[place] ?? 0)
  const text = (place: number) => textOf(row[place]) || null
  return {
    filled: at(0), whole: at(1), real: at(2), truth: at(3), spelt: at(4), yes: at(5), no: at(6), zeros: at(7), plainDigits: at(8),
    big: at(9), unsigned: at(10), dates: at(11), stamps: at(12), times: at(13), zoned: at(14), odd: text(15), unsaid: text(16),
  }
}
