import type { Recipe } from '#areas/wrangler/domain/recipe.ts'
import type { Server } from '../server.ts'

/** One thing measured. `limit` is what it should stay under; `peer` the same work by another tool, `ratio` its time over ours. */
export interface Figure {
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly limit?: number
  /** What it should reach. */
  readonly least?: number
  readonly peer?: string
  readonly ratio?: number
  readonly note?: string
}

/** What a bench works on: the studio over a workspace where the big file is a data set. */
export interface Bench {
  readonly server: Server
  readonly dataset: string
  readonly rows: number
  readonly recipe: Recipe
  /** Folder for files that are worth keeping between runs. */
  readonly folder: string
  readonly peerRows: number
  readonly chromium: () => string
}

/** A figure as one line of JSON; `ok` says whether it keeps to its limit. */
export function lineOf(bench: string, figure: Figure): string {
  const { value, limit, least, note = '', ratio, ...rest } = figure
  return JSON.stringify({ bench, ...rest, value: rounded(value), ...(limit === undefined ? {} : { limit }), ...(least === undefined ? {} : { least }), ...(ratio === undefined ? {} : { ratio: rounded(ratio) }), ok: value <= (limit ?? Infinity) && value >= (least ?? -Infinity), note })
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
