/** A number in a table: three or four digits that count, thousands grouped, powers of ten where it is very small or large. */
export function figureText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞'
  const size = Math.abs(value)
  if (Number.isInteger(value) && size < 1e7) return signed(value, size.toLocaleString('en-US'))
  if (size >= 1e7 || size < 1e-3) return signed(value, size.toExponential(2).replace('e+', 'e'))
  return signed(value, size >= 1000 ? size.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 }) : size.toFixed(3 - Math.max(0, Math.floor(Math.log10(size))) + (size < 0.1 ? 1 : 0) + (size < 0.01 ? 1 : 0)))
}

/** `0.861±.003`: the mean to as many places as its spread has a say in. */
export function meanText(mean: number, sd: number | null): string {
  if (sd === null || sd === 0 || !Number.isFinite(sd)) return figureText(mean)
  const places = Math.ceil(-Math.log10(sd))
  if (Math.abs(mean) >= 1e7 || places > 6) return `${figureText(mean)}±${figureText(sd)}`
  const shown = Math.max(0, places)
  return `${signed(mean, Math.abs(mean).toFixed(shown))}±${sd.toFixed(shown).replace(/^0\./, '.')}`
}

/** A difference with its sign, `+0.021`, to as many places as the figure it is a difference to; more where nothing would be left. */
export function deltaText(value: number, base: number): string {
  const places = /^−?[\d,]+\.(\d+)$/.exec(figureText(base))?.[1]?.length
  const rounded = places === undefined || Math.abs(value) < 0.5 / 10 ** places ? figureText(value) : signed(value, Math.abs(value).toFixed(places))
  return value > 0 ? `+${rounded}` : rounded
}

/** `1 h 04 min`, `12 s`, `340 ms`. */
export function spanText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  const seconds = ms / 1000
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} h ${String(minutes % 60).padStart(2, '0')} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`
}

/** `25 Nov 03:50`, with the year where it is not this one. */
export function timeText(ms: number, now: number): string {
  const [at, today] = [new Date(ms), new Date(now)]
  const day = `${at.getDate()} ${months[at.getMonth()] ?? ''}`
  const clock = `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
  return at.getFullYear() === today.getFullYear() ? `${day} ${clock}` : `${day} ${at.getFullYear()} ${clock}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function signed(value: number, text: string): string {
  return value < 0 ? `−${text}` : text
}
