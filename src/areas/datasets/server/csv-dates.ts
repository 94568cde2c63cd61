import { dateFormats, timestampFormats } from '../domain/csv-types.ts'
import { askCsv, longSql } from './csv-long.ts'
import type { Asked } from './csv-long.ts'

const most = 2000
const cells = 200_000

/** Of columns that look like dates but are none in ISO form, the first format that all values follow. */
export async function datesOf(asked: Asked, likely: readonly number[]) {
  const types = new Map<number, string>()
  if (likely.length === 0) return { types, warnings: [] }
  const formats = [...dateFormats, ...timestampFormats]
  const rows = Math.max(100, Math.min(most, Math.floor(cells / likely.length)))
  const found = await askCsv(asked, (csv) => `SELECT i, count(v), ${formats.map((format) => `count(try_strptime(v, '${format}'))`).join(', ')} FROM ${longSql(csv, { rows, of: likely.map((i) => ({ i })) })} GROUP BY i ORDER BY i`)
  const fitting = found.map((row) => {
    const [i = 0, filled = 0, ...fits] = row.map(Number)
    return { i, formats: formats.filter((_, j) => filled > 0 && fits[j] === filled) }
  }).filter((one) => one.formats.length > 0)
  const chosen = (known: readonly string[]) => {
    const some = fitting.filter((one) => one.formats.some((format) => known.includes(format)))
    return known.map((format) => ({ format, fits: some.filter((one) => one.formats.includes(format)) })).filter(({ fits }) => fits.length > 0).toSorted((a, b) => b.fits.length - a.fits.length)[0]
  }
  const [date, stamp] = [chosen(dateFormats), chosen(timestampFormats)]
  for (const { i } of stamp?.fits ?? []) types.set(i, 'TIMESTAMP')
  for (const { i } of date?.fits ?? []) types.set(i, 'DATE')
  const unsure = [date, stamp].flatMap((one) => (one ? one.fits.filter(({ formats: all }) => all.some((other) => other !== one.format && swapped(one.format) === other)) : []))
  return {
    types, ...(date ? { dateFormat: date.format } : {}), ...(stamp ? { timestampFormat: stamp.format } : {}),
    warnings: unsure.map(({ i }) => `The dates of “${asked.names[i] ?? ''}” could be day first or month first. They are read as ${String((types.get(i) === 'DATE' ? date : stamp)?.format)}; change it if that is wrong.`),
  }
}

function swapped(format: string): string {
  return format.replace(/%([dm])(.)%([dm])/, '%$3$2%$1')
}
