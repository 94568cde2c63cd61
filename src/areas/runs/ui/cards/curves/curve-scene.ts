import type { z } from 'zod'
import type { AxisKind } from '#kit/plot/axis-ticks.ts'
import type { CurveLine, CurveScene } from '#kit/plot/curves/curve-line.ts'
import { bandOf } from '#stats/bands.ts'
import { smoothed } from '#stats/smoothing.ts'
import type { Curve, CurveX } from '../../../domain/curve.ts'
import type { Card } from '../../../domain/view.ts'
import type { CardRun, CardRuns } from '../card.ts'
import { countWords } from '../words.ts'

export type CurvesCardData = Extract<Card, { readonly kind: 'curves' }>

interface Ask { readonly card: CurvesCardData; readonly curves: readonly Curve[]; readonly runs: Pick<CardRuns, 'byId' | 'groups'>; readonly buckets: number }

const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [9, 3, 2, 3], [4, 2]]

/** The lines of a card: one a run and metric, or one a group with its band. */
export function sceneOf({ card, curves, runs, buckets }: Ask): CurveScene {
  const grouped = runs.groups.length > 0 && card.band !== 'none'
  const lines = curves.filter(({ x }) => x.length > 0).flatMap((curve) => {
    const run = runs.byId.get(curve.run)
    return run ? [{ curve, run, line: lineOf(curve, run, card) }] : []
  })
  const drawn = grouped
    ? runs.groups.flatMap((group, rank) => card.metrics.flatMap((metric) => {
      const members = new Set(group.runs)
      const own = lines.filter(({ curve, run }) => curve.metric === metric && members.has(run.id))
      if (own.length === 0) return []
      const { x, y, low, high } = bandOf(own.map(({ line }) => line), card.band, buckets)
      const name = `${group.label}${own.length > 1 ? `, ${own.length} runs` : ''}`
      return [{ key: `${group.id} ${metric}`, id: group.id, name: named(name, metric, card), colour: group.colour, x, y, low, high, ...dashOf(metric, card, Math.floor(rank / 7)) }]
    }))
    : lines.map(({ line }) => line)
  return { lines: drawn, kind: kindOf(card.over), logX: card.logX && kindOf(card.over) === 'number', logY: card.logY, range: rangeOf(card) }
}

function lineOf(curve: Curve, run: CardRun, card: CurvesCardData): CurveLine {
  const y = smoothed(curve.mean, card.smoothing, curve.n)
  return {
    key: `${run.id} ${curve.metric}`, id: run.id, name: named(run.name, curve.metric, card), colour: run.colour, x: curve.x, y, ...dashOf(curve.metric, card),
    ...(curve.exact ? {} : { low: curve.min, high: curve.max }), ...(card.smoothing > 0 ? { shadow: curve.mean } : {}),
  }
}

function named(name: string, metric: string, { metrics }: CurvesCardData): string {
  return metrics.length > 1 ? `${name} · ${metric}` : name
}

/** Each metric has its dash; with one metric, groups whose colours come again have. */
function dashOf(metric: string, { metrics }: CurvesCardData, round = 0): { readonly dash?: readonly number[] } {
  const dash = dashes[(metrics.length > 1 ? metrics.indexOf(metric) : round) % dashes.length] ?? []
  return dash.length > 0 ? { dash } : {}
}

export function rangeOf({ from, to }: CurvesCardData): readonly [number, number] | undefined {
  return from !== undefined && to !== undefined && to > from ? [from, to] : undefined
}

export function kindOf(over: z.infer<typeof CurveX>): AxisKind {
  return over === 'wall' ? 'time' : over === 'relative' ? 'duration' : 'number'
}

export function overWords(over: z.infer<typeof CurveX>): string {
  if (typeof over === 'object') return over.metric
  return { step: 'step', wall: 'time', relative: 'time since start' }[over]
}

const bandWords = { none: '', sd: '±σ', minmax: 'min–max', ci95: '95 % CI', sem: '± standard error' } as const

/** What stands beside the title: x, band, how exact, what is not drawn. */
export function noteOf({ card, curves, runs, buckets }: Ask): string {
  const points = curves.reduce((sum, curve) => sum + curve.points, 0)
  const nans = curves.reduce((sum, curve) => sum + curve.nans, 0)
  const below = card.logY ? curves.reduce((sum, { mean }) => sum + mean.filter((value) => value <= 0).length, 0) : 0
  return [
    `by ${overWords(card.over)}`,
    ...(runs.groups.length > 0 && card.band !== 'none' ? [`mean, band = ${bandWords[card.band]}`] : []),
    ...(card.smoothing > 0 ? [`smoothed ${card.smoothing}`] : []),
    curves.every(({ exact }) => exact) ? 'exact' : `${points.toLocaleString('en-US')} points in ${buckets} buckets, extremes kept`,
    ...(nans > 0 ? [`${nans.toLocaleString('en-US')} NaN not drawn`] : []),
    ...(below > 0 ? [`${countWords(below, 'value')} not above 0 not drawn`] : []),
  ].join(' · ')
}
