import { literal } from '#lib/sql.ts'

const known = 'YymdHMSfpbBaAjI%'

/** What is wrong with a strptime format. */
export function formatProblem(format: string): string | undefined {
  if (format.trim() === '') return 'Write a format, such as %Y-%m-%d.'
  const odd = [...format.matchAll(/%-?([\s\S]?)/g)].find(([, letter]) => !letter || !known.includes(letter))
  if (odd) return `The format has ${odd[0]}, which is not known; use %Y %m %d %H %M %S %f %b %B %a %A %y %I %p %j.`
  if (!/%-?[Yy]/.test(format) && /%-?[mdbBj]/.test(format)) return 'The format has a day or month but no year (%Y or %y).'
  return undefined
}

/** Python knows no %-d; its %d takes one digit as well. */
export function pythonFormat(format: string): string {
  return format.replaceAll(/%-([a-zA-Z])/g, '%$1')
}

/** The moment that a text shows in the first format that fits. SQL would take 24 for a four-digit year, so years before 1000 do not fit. */
export function strptimeSql(text: string, formats: readonly string[]): string {
  const tries = formats.map((format) => {
    const moment = `try_strptime(${text}, ${literal(format)})`
    return `CASE WHEN year(${moment}) >= 1000 THEN ${moment} END`
  })
  return tries.length === 1 ? tries.join('') : `coalesce(${tries.join(', ')})`
}
