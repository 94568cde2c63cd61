/** Milliseconds of a date or a date with a time, in the machine's own zone unless it says another; NaN where it is none. `'7d'` or `'12h'` is that long ago. */
export function timeOf(text: string, now = Date.now()): number {
  const ago = /^-?(\d+)\s*([mhdw])(?: ago)?$/.exec(text.trim())
  if (ago) return now - Number(ago[1]) * (lengths[ago[2] ?? ''] ?? 0)
  const [, date = '', time = '00:00', zone] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim()) ?? []
  if (date === '') return Number.NaN
  const at = Date.parse(`${date}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}${zone ?? ''}`)
  return isDay(date) ? at : Number.NaN
}

/** JavaScript would make a March day of 30 February. */
function isDay(date: string): boolean {
  return !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date)
}

export function dayAfter(day: number): number {
  const at = new Date(day)
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1).getTime()
}

const lengths: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }
