/**
 * Exponential smoothing with the bias of its start taken out, as TensorBoard draws it (tensorboard/webapp/…/line_chart `resmooth`): s ← w·s + (1 − w)·y, shown as s / (1 − wⁿ).
 * A bucket of c points counts c times, so that a curve smooths alike however finely it was bucketed. What is not finite stays as it is.
 */
export function smoothed(values: readonly number[], weight: number, counts?: readonly number[]): number[] {
  if (weight <= 0) return [...values]
  let sum = 0
  let seen = 0
  return values.map((value, i) => {
    if (!Number.isFinite(value)) return value
    const points = counts?.[i] ?? 1
    const kept = weight ** points
    sum = sum * kept + value * (1 - kept)
    seen += points
    return sum / (1 - weight ** seen)
  })
}
