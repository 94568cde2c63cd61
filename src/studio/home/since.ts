const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]]
const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' })

/** How long ago, in words: `now`, `5 min. ago`, `yesterday`. */
export function sinceWords(at: number, now: number): string {
  const [unit, size] = steps.find(([, one]) => now - at >= one) ?? []
  return unit && size ? words.format(-Math.floor((now - at) / size), unit) : 'now'
}
