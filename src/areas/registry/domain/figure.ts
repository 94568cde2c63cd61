import type { MetricValue } from '#areas/runs/domain/run.ts'

/** MLflow keeps an infinity as the greatest double; neither is a number to judge by. */
const greatest = 1.797e308

/** The number of a metric; undefined where it is NaN or infinite. */
export function finiteOf(value: MetricValue): number | undefined {
  return typeof value === 'number' && Math.abs(value) < greatest ? value : undefined
}

/** A number as a person reads it: six significant digits, no trailing noughts. */
export function figureOf(value: MetricValue): string {
  if (typeof value === 'string') return value
  if (Math.abs(value) >= greatest) return value > 0 ? 'Infinity' : '-Infinity'
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value.toLocaleString('en-US')
  return String(Number(value.toPrecision(6)))
}

/** With its sign, `±0` for none: `+0.021`, `−0.4`. */
export function deltaOf(value: number): string {
  if (value === 0) return '±0'
  return `${value > 0 ? '+' : '−'}${figureOf(Math.abs(value))}`
}
