import { figureText, meanText } from './figures.ts'

/** Numbers of one column are written to as many places, so that they compare down it. Undefined: each by itself. */
export type Places = number | undefined

const mostPlaces = 5
const digits = 6

/** As many places as the number that needs most, as far as the largest leaves room. */
export function placesOf(values: readonly number[]): Places {
  const sizes = values.filter((value) => Number.isFinite(value) && !Number.isInteger(value)).map(Math.abs).filter((size) => size >= 1e-3 && size < 1e7)
  if (sizes.length === 0) return undefined
  const wanted = Math.max(...sizes.map((size) => figureText(size).split('.')[1]?.length ?? 0))
  const room = digits - 1 - Math.max(0, Math.floor(Math.log10(Math.max(...sizes))))
  return Math.max(0, Math.min(wanted, room, mostPlaces))
}

/** A number too small or too large for the column's places is written by itself. */
export function placedText(value: number, places: Places): string {
  if (places === undefined || !fits(value, places)) return figureText(value)
  return written(value, places)
}

/** `0.861±.003` with both to the column's places. */
export function placedMean(mean: number, sd: number | null, places: Places): string {
  if (places === undefined || sd === null || !Number.isFinite(sd) || !fits(mean, places) || !fits(sd, places)) return sd === null || sd === 0 ? placedText(mean, places) : meanText(mean, sd)
  return sd === 0 ? written(mean, places) : `${written(mean, places)}±${sd.toFixed(places).replace(/^0\./, '.')}`
}

function fits(value: number, places: number): boolean {
  const size = Math.abs(value)
  return Number.isFinite(value) && size < 1e7 && (size === 0 || size >= 0.5 / 10 ** places)
}

function written(value: number, places: number): string {
  return `${value < 0 ? '−' : ''}${Math.abs(value).toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })}`
}
