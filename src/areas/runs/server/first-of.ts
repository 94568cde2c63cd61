/** The first `count` of the places in order; the rest stay unordered behind. Quicker than ordering all of them when only a page is wanted (Hoare's quickselect). */
export function firstOf(places: Int32Array, count: number, compare: (a: number, b: number) => number): Int32Array {
  if (count * 4 >= places.length) return places.sort(compare).subarray(0, count)
  select(places, count, compare)
  return places.subarray(0, count).sort(compare)
}

function select(places: Int32Array, count: number, compare: (a: number, b: number) => number): void {
  let [low, high] = [0, places.length - 1]
  while (low < high) {
    const [left, right] = divide(places, low, high, compare)
    if (count - 1 <= right) high = right
    else if (count - 1 >= left) low = left
    else return
  }
}

/** Puts what comes before the middle one to the left and the others to the right; returns where the right begins and the left ends. */
function divide(places: Int32Array, low: number, high: number, compare: (a: number, b: number) => number): readonly [left: number, right: number] {
  const pivot = places[(low + high) >>> 1] ?? 0
  let [left, right] = [low, high]
  while (left <= right) {
    while (compare(places[left] ?? 0, pivot) < 0) left++
    while (compare(pivot, places[right] ?? 0) < 0) right--
    if (left > right) break
    const moved = places[left] ?? 0
    places[left++] = places[right] ?? 0
    places[right--] = moved
  }
  return [left, right]
}
