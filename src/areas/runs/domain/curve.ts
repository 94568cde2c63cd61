import { z } from 'zod'
import { Millis } from './experiment.ts'
import { MetricValue } from './run.ts'

/** What runs along the bottom of a curve: the step, the wall clock (ms), the time since the run's first point (ms), or another metric of the same step. */
export const CurveX = z.union([z.enum(['step', 'wall', 'relative']), z.object({ metric: z.string() })])
export type CurveX = z.infer<typeof CurveX>

/**
 * One metric of one run between two x. `exact`: every point is there, `mean`, `min` and `max` are alike.
 * Otherwise the range is cut in equal buckets, the same for every curve of the answer, and each that holds points has one entry:
 * `x` of its last point, mean, least, greatest and how many; so no extreme is lost. NaN points are not drawn: `nans` counts them.
 */
export const Curve = z.object({
  run: z.string(), metric: z.string(), exact: z.boolean(), points: z.int(), nans: z.int(),
  x: z.array(z.number()), mean: z.array(z.number()), min: z.array(z.number()), max: z.array(z.number()), n: z.array(z.int()),
})
export type Curve = z.infer<typeof Curve>

export const CurvesQuery = z.object({
  runs: z.array(z.string()).min(1).max(500),
  metrics: z.array(z.string()).min(1).max(20),
  x: CurveX.default('step'),
  from: z.number().optional(),
  to: z.number().optional(),
  buckets: z.int().min(10).max(4000).default(600),
})

export const Point = z.object({ step: z.int(), time: Millis, value: MetricValue })
