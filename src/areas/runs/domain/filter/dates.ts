/** Milliseconds of a date or a date with a time, in the machine's own zone unless it says another; NaN where it is none. `'7d'` or `'12h'` is that long ago. */
export function timeOf(text: string, now = Date.now()): number {
  const ago = /^-?(\d+)\s*([mhdw])(?: ago)?$/.exec(text.trim())
  if (ago) return now - Number(ago[1]) * (lengths[ago[2] ?? ''] ?? 0)
  const [, date = '', time = '00:00', zone] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim()) ?? []
  if (date === '') return Number.NaN
  const at = Date.parse(`${date}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}${zone ?? ''}`)
  return isDay(date) ? at : Number.NaN
}

/** Milliseconds of `90s`, `5m`, `1h30m`, `2 days`, or of a plain number; NaN where it is none. */
export function spanOf(text: string): number {
  if (/^\s*\d+(\.\d+)?\s*$/.test(text)) return Number(text)
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(ms|s|m|h|d|w)(?:ec|econds?|in|inutes?|ours?|ays?|eeks?)?\s*/gi)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text.trimStart()) return Number.NaN
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (lengths[unit.toLowerCase()] ?? Number.NaN), 0)
}

/** JavaScript would make a March day of 30 February. */
function isDay(date: string): boolean {
  return !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date)
}

export function dayAfter(day: number): number {
  const at = new Date(day)
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1).getTime()
}

const lengths: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }
