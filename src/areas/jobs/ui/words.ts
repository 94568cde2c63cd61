import { clockOf } from '#lib/words.ts'

/** A time span as a person says it; `ms` below zero counts as none. */
export function durationWords(ms: number): string {
  if (ms < 9_950) return `${(Math.max(0, ms) / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${padded(seconds % 60)} s`
  const minutes = Math.floor(seconds / 60)
  return `${Math.floor(minutes / 60)} h ${padded(minutes % 60)} min`
}

const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

export function momentWords(at: string): string {
  return full.format(new Date(at))
}

/** The clock for today, the day before that. */
export function shortMoment(at: string, now: number): string {
  const then = new Date(at)
  return then.toDateString() === new Date(now).toDateString() ? clockOf(at) : day.format(then)
}

function padded(value: number): string {
  return String(value).padStart(2, '0')
}

export function bytesWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}
