import type { AxisKind } from '../axis-ticks.ts'

/** One line of a chart of curves: x ascends; `low` and `high` are the extremes of its buckets or the ends of its band. */
export interface CurveLine {
  readonly key: string
  /** What is hovered and opened with it: several lines (metrics of a run) may share one. */
  readonly id: string
  readonly name: string
  readonly colour: string
  readonly dash?: readonly number[]
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly low?: readonly number[]
  readonly high?: readonly number[]
  /** `y` before it was smoothed. */
  readonly shadow?: readonly number[]
}

export interface CurveScene {
  readonly lines: readonly CurveLine[]
  readonly kind: AxisKind
  readonly logX: boolean
  readonly logY: boolean
  /** y begins at 0: heights are amounts to be held against each other. */
  readonly fromZero?: boolean
  /** The part of x that is looked at; all where it is undefined. */
  readonly range: readonly [number, number] | undefined
}
