import { z } from 'zod'

/** What an ONNX file says of sample rows, beside the predictor that it was made from. */
export const Verification = z.object({
  /** The largest difference; null where it is no number. */
  delta: z.number().nullable(),
  rows: z.int(),
  /** Rows that differ by more than was accepted. */
  beyond: z.int().default(0),
  /** The largest value that the predictor itself gave. */
  largest: z.number().nullable().default(null),
  accepted: z.number(),
})
export type Verification = z.infer<typeof Verification>

/** Largest difference that passes unasked. */
export const tolerance = 1e-4

/** A difference to accept that lets this one pass, of two digits: what was measured, rounded up. */
export function acceptable(delta: number): number {
  const unit = 10 ** (Math.floor(Math.log10(delta)) - 1)
  return Number((Math.ceil(delta / unit) * unit).toPrecision(2))
}
