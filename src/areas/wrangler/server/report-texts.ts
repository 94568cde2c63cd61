import { plural } from '#lib/words.ts'
import type { Warning } from '../domain/analysis.ts'
import { familyOf } from '../domain/columns.ts'
import type { Column } from '../domain/columns.ts'
import { ask } from './head.ts'
import type { Look } from './head.ts'
import { datesInText } from './report-dates.ts'

export interface TextLook { readonly warnings: readonly Warning[]; readonly dateLike: boolean }

/** What a text column hides: numbers, dates in one form or several, outer spaces, and spellings that differ in nothing else than case or spaces. */
export async function textLook(look: Look, column: Column, distinct: number): Promise<TextLook> {
  const { id, type } = column
  if (familyOf(type) !== 'text') return { warnings: [], dateLike: false }
  const [row = []] = await ask(look, `SELECT count(${id}), count(TRY_CAST(${id}::VARCHAR AS DOUBLE)), count(TRY_CAST(${id}::VARCHAR AS DATE)), count(*) FILTER (WHERE ${id}::VARCHAR <> trim(${id}::VARCHAR)) FROM prev`)
  const [valid = 0, numbers = 0, dates = 0, spaced = 0] = row.map(Number)
  if (valid === 0) return { warnings: [], dateLike: false }
  const { warning, dateLike } = await hiddenType(look, column, { numbers: numbers / valid, dates: dates / valid })
  const spellings = distinct > 1 && distinct <= mostSpellings ? await spellingWarnings(look, column) : []
  return { dateLike, warnings: [...(warning ? [warning] : []), ...(spaced > 0 ? [spaceWarning(column, spaced)] : []), ...spellings] }
}

/** By the shares of the values that read as numbers and as ISO dates. */
async function hiddenType(look: Look, column: Column, shares: { readonly numbers: number; readonly dates: number }): Promise<{ readonly warning: Warning | undefined; readonly dateLike: boolean }> {
  const as = (what: keyof typeof shares, to: string): Warning => ({
    severity: 'medium', column: column.id, title: `“${column.name}” holds ${what} as text`, detail: `${percent(shares[what])} of its values read as ${what}.`,
    fix: { label: `Change to ${to}`, op: 'changeType', params: { columns: [column.id], type: to, onError: 'null' } },
  })
  if (shares.numbers >= 0.9) return { warning: as('numbers', 'DOUBLE'), dateLike: false }
  if (shares.dates >= 0.9) return { warning: as('dates', 'DATE'), dateLike: true }
  const warning = await datesInText(look, column)
  return { warning, dateLike: warning !== undefined }
}

function spaceWarning({ id, name }: Column, spaced: number): Warning {
  return { severity: 'low', column: id, title: `“${name}” has outer spaces`, detail: `${plural(spaced, { one: 'value begins or ends', many: 'values begin or end' })} with a space, so equal ones look different.`, fix: { label: 'Trim', op: 'trim', params: { columns: [id] } } }
}

const mostSpellings = 10_000

/** Of few distinct values, those that are one when case, or spaces inside, are overlooked. */
async function spellingWarnings(look: Look, { id, name }: Column): Promise<Warning[]> {
  const trimmed = 'trim(v)'
  const spaces = "regexp_replace(trim(v), '\\s+', ' ', 'g')"
  const from = `(SELECT ${id}::VARCHAR AS v FROM prev WHERE ${id} IS NOT NULL)`
  const [row = []] = await ask(look, `SELECT count(DISTINCT ${trimmed}), count(DISTINCT ${spaces}), count(DISTINCT lower(${spaces})), count(*), count(*) FILTER (v = upper(v) AND v <> lower(v)), count(*) FILTER (v = lower(v)) FROM ${from}`)
  const [outer = 0, inner = 0, folded = 0, all = 0, upper = 0, lower = 0] = row.map(Number)
  const form = upper > all / 2 ? 'upper' : lower > all / 2 ? 'lower' : 'title'
  const example = async (key: string) => {
    const [found = []] = await ask(look, `SELECT string_agg(DISTINCT '“' || left(v, 40) || '”', ', ' ORDER BY '“' || left(v, 40) || '”') FROM (SELECT ${trimmed} AS v FROM ${from}) GROUP BY ${key} HAVING count(DISTINCT v) > 1 ORDER BY count(*) DESC, 1 LIMIT 1`)
    return typeof found[0] === 'string' ? `, e.g. ${found[0]}` : ''
  }
  const told = async (how: string, counts: { readonly from: number; readonly to: number; readonly key: string }, fix: Warning['fix']): Promise<Warning> => ({
    severity: 'medium', column: id, title: `“${name}” has values that differ only in ${how}`,
    detail: `${counts.from.toLocaleString('en-US')} values become ${counts.to.toLocaleString('en-US')} when ${how} is overlooked${await example(counts.key)}.`, fix,
  })
  return [
    ...(inner < outer ? [await told('spacing', { from: outer, to: inner, key: spaces }, { label: 'Trim and collapse', op: 'trim', params: { columns: [id], collapse: true } })] : []),
    ...(folded < inner ? [await told('case', { from: inner, to: folded, key: `lower(${spaces})` }, { label: `Change to ${form} case`, op: 'changeCase', params: { columns: [id], to: form } })] : []),
  ]
}

export function percent(share: number): string {
  return `${(share * 100).toLocaleString('en-US', { maximumFractionDigits: share < 0.01 ? 3 : 1 })} %`
}
