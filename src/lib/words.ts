/** `1 row`, `2 rows`; words that change otherwise are both given: `1 value is`, `2 values are`. */
export function plural(value: number, word: string | { readonly one: string; readonly many: string }): string {
  const { one, many } = typeof word === 'string' ? { one: word, many: `${word}s` } : word
  return `${value.toLocaleString('en-US')} ${value === 1 ? one : many}`
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

export function bytesOf(bytes: number): string {
  const { unit, size } = byteUnit(bytes)
  const value = bytes / size
  return `${size === 1 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${unit}`
}

/** The unit in which so many bytes are read best, and how many of them it is. */
export function byteUnit(bytes: number): { readonly unit: (typeof units)[number]; readonly size: number } {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return { unit: units[step] ?? 'B', size: 1000 ** step }
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })

/** The time of day, as `14:05`. */
export function clockOf(at: string | number): string {
  return clock.format(new Date(at))
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

export function when(at: string | number): string {
  return moment.format(new Date(at))
}

const spans = [[60, 'min', 60], [3600, 'h', 24], [86_400, 'd', 60]] as const

/** `just now`, `12 min ago`, `3 h ago`, `5 d ago`, then the date. */
export function ago(at: string | number, now = Date.now()): string {
  const seconds = (now - new Date(at).getTime()) / 1000
  if (seconds < 60) return 'just now'
  const span = spans.find(([length, , most]) => seconds / length < most)
  return span ? `${Math.floor(seconds / span[0])} ${span[1]} ago` : when(at)
}
