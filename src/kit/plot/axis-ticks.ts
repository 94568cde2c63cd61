import { niceTicks } from './ticks.ts'

export type AxisKind = 'number' | 'time' | 'duration'

export interface Tick { readonly at: number; readonly words: string }

/** Ticks of an axis with their words, round for its kind; `log` only for numbers above 0. */
export function axisTicks({ low, high, count, kind = 'number', log = false }: { readonly low: number; readonly high: number; readonly count: number; readonly kind?: AxisKind; readonly log?: boolean }): Tick[] {
  if (!(high > low)) return [{ at: low, words: valueWords(low, kind) }]
  if (kind === 'time') return timeTicks(low, high, count)
  if (kind === 'duration') return stepped(low, high, spanStep((high - low) / count)).map((at) => ({ at, words: durationWords(at) }))
  const ticks = log && low > 0 ? logTicks(low, high, count) : roundTicks(low, high, count)
  const words = evenWords(ticks, log)
  return ticks.map((at, i) => ({ at, words: words[i] ?? '' }))
}

/** One or two ticks tell no scale: twice as many are tried then. */
function roundTicks(low: number, high: number, count: number): number[] {
  const ticks = niceTicks(low, high, count)
  return ticks.length < 3 ? niceTicks(low, high, count * 2) : ticks
}

/** Powers of ten, thinned to about `count`; within two powers 2 and 5 stand between them; within a small range round numbers. */
export function logTicks(low: number, high: number, count: number): number[] {
  const [from, to] = [Math.log10(low), Math.log10(high)]
  if (to - from < 0.5) return niceTicks(low, high, count)
  const every = Math.max(1, Math.ceil((to - from) / Math.max(1, count)))
  const factors = every === 1 && (to - from) * 3 <= count + 2 ? [1, 2, 5] : [1]
  const powers = Array.from({ length: Math.floor(to + 1e-9) - Math.floor(from) + 1 }, (_, i) => Math.floor(from) + i).filter((power) => power % every === 0)
  return powers.flatMap((power) => factors.map((factor) => Number((factor * 10 ** power).toPrecision(6)))).filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9))
}

/** The words of ticks of one axis, all with the decimals that their step asks for. */
function evenWords(ticks: readonly number[], log: boolean): string[] {
  const most = ticks.reduce((sum, tick) => Math.max(sum, Math.abs(tick)), 0)
  if (log || ticks.length < 2) return ticks.map((tick) => numberWords(tick))
  const step = (ticks[1] ?? 0) - (ticks[0] ?? 0)
  const [unit, letter] = most >= 1e9 ? [1e9, ' G'] : most >= 1e6 ? [1e6, ' M'] : most >= 1e4 ? [1e3, ' k'] : [1, '']
  if (most < 1e-3) return ticks.map((tick) => (tick === 0 ? '0' : plainExponent(tick.toExponential(Math.max(0, decimalsOf(step / 10 ** Math.floor(Math.log10(Math.abs(tick)))))))))
  return ticks.map((tick) => (tick === 0 ? '0' : `${minus((tick / unit).toFixed(decimalsOf(step / unit)))}${letter}`))
}

function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 12; decimals += 1) {
    const scaled = step * 10 ** decimals
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 && Math.round(scaled) !== 0) return decimals
  }
  return 12
}

/** A figure in few letters: four digits, `1.2 M`, `1e-5`. */
export function numberWords(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞'
  const size = Math.abs(value)
  if (size >= 1e9 || (size !== 0 && size < 1e-3)) return plainExponent(value.toExponential(Math.max(0, digits - 1)))
  if (size >= 1e6) return `${minus(String(Number((value / 1e6).toPrecision(digits))))} M`
  if (size >= 1e4 && Number.isInteger(value / 1000)) return `${minus(String(value / 1000))} k`
  if (size >= 1e4) return minus(value.toLocaleString('en-US', { maximumFractionDigits: 0 }))
  return minus(String(Number(value.toPrecision(digits))))
}

function plainExponent(words: string): string {
  return minus(words.replace(/\.?0*e\+?(-?)/, 'e$1'))
}

function minus(words: string): string {
  return words.replaceAll('-', '−')
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const spans = [1, 2, 5, 10, 20, 50, 100, 200, 500, second, 2 * second, 5 * second, 15 * second, 30 * second, minute, 2 * minute, 5 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 30 * day, 90 * day, 365 * day]

function spanStep(rough: number): number {
  return spans.find((span) => span >= rough) ?? Math.ceil(rough / (365 * day)) * 365 * day
}

function stepped(low: number, high: number, step: number, shift = 0): number[] {
  const first = Math.ceil((low - shift) / step - 1e-9)
  const last = Math.floor((high - shift) / step + 1e-9)
  return Array.from({ length: Math.max(0, Math.min(200, last - first + 1)) }, (_, i) => (first + i) * step + shift)
}

/** Ticks on the wall clock of this machine; the date stands where it changes. */
function timeTicks(low: number, high: number, count: number): Tick[] {
  const step = spanStep((high - low) / count)
  const ticks = stepped(low, high, step, new Date(low).getTimezoneOffset() * minute)
  return ticks.map((at, i) => {
    const before = ticks[i - 1]
    const dated = step >= day || before === undefined || new Date(before).toDateString() !== new Date(at).toDateString()
    return { at, words: [dated ? dateWords(at) : '', step < day ? clockWords(at, step < minute) : ''].filter(Boolean).join(' ') }
  })
}

function dateWords(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { month: 'short', day: 'numeric' })
}

function clockWords(at: number, seconds: boolean): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', ...(seconds ? { second: '2-digit' } : {}) })
}

/** A length of time in milliseconds: `350 ms`, `12 s`, `5 min`, `1 h 20 min`, `2 d 3 h`. */
export function durationWords(ms: number): string {
  const size = Math.abs(ms)
  if (size === 0) return '0'
  if (size < second) return minus(`${Number(ms.toPrecision(3))} ms`)
  if (size < minute) return minus(`${Number((ms / second).toFixed(1))} s`)
  const [big, small, whole, rest] = size < hour ? ['min', 's', minute, second] : size < day ? ['h', 'min', hour, minute] : ['d', 'h', day, hour]
  const head = Math.trunc(size / whole)
  const tail = Math.round((size - head * whole) / rest)
  return `${ms < 0 ? '−' : ''}${head} ${big}${tail ? ` ${tail} ${small}` : ''}`
}

/** A value along an axis, in full. */
export function valueWords(value: number, kind: AxisKind): string {
  if (kind === 'time') return `${dateWords(value)} ${clockWords(value, true)}`
  if (kind === 'duration') return durationWords(value)
  return Number.isInteger(value) && Math.abs(value) < 1e9 ? minus(value.toLocaleString('en-US')) : numberWords(value, 5)
}
