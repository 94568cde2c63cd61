export type Aim = 'lower' | 'higher'

/** Which points no other beats: none is at least as good on both axes and better on one. In order of x; equal points all stand. */
export function paretoFront(points: readonly (readonly [number, number])[], [aimX, aimY]: readonly [Aim, Aim]): number[] {
  const cost = (value: number, aim: Aim) => (aim === 'lower' ? value : -value)
  const known = points.flatMap(([x, y], at) => (Number.isFinite(x) && Number.isFinite(y) ? [{ at, x: cost(x, aimX), y: cost(y, aimY) }] : []))
  const order = known.sort((a, b) => a.x - b.x || a.y - b.y)
  const front: typeof known = []
  for (const point of order) {
    const last = front.at(-1)
    if (!last || point.y < last.y || (point.y === last.y && point.x === last.x)) front.push(point)
  }
  return front.map(({ at }) => at).sort((a, b) => (points[a]?.[0] ?? 0) - (points[b]?.[0] ?? 0))
}
