import type { Warning } from '../domain/analysis.ts'
import type { Column } from '../domain/columns.ts'
import { strptimeSql } from '../domain/formula/strptime.ts'
import { ask } from './head.ts'
import type { Look } from './head.ts'

const formats = ['%Y-%m-%d', '%Y/%m/%d', '%d/%m/%Y', '%m/%d/%Y', '%d.%m.%Y', '%d-%m-%Y', '%m-%d-%Y', '%d/%m/%y', '%m/%d/%y', '%d.%m.%y', '%d %b %Y', '%b %d %Y', '%b %d, %Y', '%d %B %Y', '%B %d, %Y', '%d-%b-%Y', '%d-%b-%y'] as const
const most = 20_000

/** A column of which half or more are dates in forms that a person writes: the formats, the commonest first, of which no two read the same text in two ways. */
export async function datesInText(look: Look, { id, name }: Column): Promise<Warning | undefined> {
  const from = `(SELECT v FROM (SELECT trim(${id}::VARCHAR) AS v FROM prev WHERE ${id} IS NOT NULL LIMIT ${most}))`
  const [row = []] = await ask(look, `SELECT count(*), count(*) FILTER (v SIMILAR TO '.*[0-9].*[-/. ].*[0-9]{2}' AND length(v) BETWEEN 6 AND 20) FROM ${from}`)
  const [all = 0, likely = 0] = row.map(Number)
  if (all === 0 || likely < all / 2) return undefined
  const [fits = []] = await ask(look, `SELECT ${formats.map((format) => `count(${strptimeSql('v', [format])})`).join(', ')} FROM ${from}`)
  const ranked = formats.map((format, i) => ({ format, fits: Number(fits[i]) })).filter((one) => one.fits > 0).toSorted((a, b) => b.fits - a.fits)
  const chosen = ranked.filter(({ format }, i) => !ranked.slice(0, i).some((before) => before.format === swapped(format))).map(({ format }) => format)
  if (chosen.length === 0) return undefined
  const [read = []] = await ask(look, `SELECT count(${strptimeSql('v', chosen)}) FROM ${from}`)
  const parsed = Number(read[0])
  if (parsed < all / 2) return undefined
  return {
    severity: 'medium', column: id, title: `“${name}” looks like a date`,
    detail: `${Math.round((parsed / all) * 100)} % of ${all === most ? `the first ${most.toLocaleString('en-US')}` : 'its'} values parse as dates, in ${chosen.length === 1 ? 'the form' : `${chosen.length} forms:`} ${chosen.join(', ')}.`,
    fix: { label: 'Parse dates', op: 'parseDate', params: { columns: [id], formats: chosen, as: 'DATE', onError: 'null' } },
  }
}

function swapped(format: string): string {
  return format.replace(/%([dm])(.)%([dm])/, '%$3$2%$1')
}
