import { expect, test } from 'vitest'
import { endOf, movedTo, thumbAt, vyAt, vyCentring, vyShowing, windowAt, within } from './scroll.ts'

const huge = { rows: 100_000_000, rowHeight: 28, view: 610 }
const small = { rows: 1_000, rowHeight: 28, view: 610 }

test('any of 100 million rows can be brought to view', () => {
  const rows = [0, 1, 21, 22, 535_714, 50_000_000, 73_456_789, 99_999_978, 99_999_999]
  const seen = rows.map((row) => {
    const { from, to } = windowAt(huge, vyCentring(huge, row))
    return row >= from && row < to
  })
  expect(seen).toEqual(rows.map(() => true))
  expect(rows.map((row) => fullyShows(row, vyShowing(huge, 1e9, row)))).toEqual(rows.map(() => true))
})

test('five wheel ticks of 100 px move about 15 rows, wherever they begin', () => {
  const starts = [0, 1e6, 1.4e9, 2.7e9]
  const moved = starts.map((start) => {
    let [vy, thumb] = [start, thumbAt(huge, start)]
    for (let tick = 0; tick < 5; tick++) {
      vy = movedTo(huge, { vy, from: thumb, to: thumb + 100, dragging: false })
      thumb += 100
    }
    return Math.floor(vy / 28) - Math.floor(start / 28)
  })
  expect(moved.map((rows) => rows >= 15 && rows <= 18)).toEqual(starts.map(() => true))
})

test('the held thumb and the thumb of a position never run backwards', () => {
  const steps = Array.from({ length: 2_001 }, (_, i) => i / 2_000)
  const positions = steps.map((share) => vyAt(huge, share * (15_000_000 - huge.view)))
  const thumbs = steps.map((share) => thumbAt(huge, share * endOf(huge)))
  expect(positions).toEqual(positions.toSorted((a, b) => a - b))
  expect(thumbs).toEqual(thumbs.toSorted((a, b) => a - b))
})

test('a thumb at the end shows the last row in full, at the start the first', () => {
  const end = movedTo(huge, { vy: 5e8, from: 14_999_000, to: 15_000_000 - huge.view, dragging: true })
  expect(fullyShows(99_999_999, end)).toBe(true)
  expect(thumbAt(huge, end)).toBe(15_000_000 - huge.view)
  expect(movedTo(huge, { vy: 5e8, from: 90, to: 0, dragging: true })).toBe(0)
})

test('a move past four views is proportional, one within them is pixel for pixel', () => {
  expect(movedTo(huge, { vy: 1e9, from: 5_357_143, to: 5_359_583, dragging: false })).toBe(1e9 + 2_440)
  expect(Math.round(movedTo(huge, { vy: 1e9, from: 5_357_143, to: 7_500_000, dragging: false }) / 1e7)).toBe(140)
})

test('short tables scroll as the browser does', () => {
  expect([0, 100, 27_390, 40_000].map((thumb) => vyAt(small, thumb))).toEqual([0, 100, 27_390, 27_390])
  expect(movedTo(small, { vy: 0, from: 0, to: 20_000, dragging: false })).toBe(20_000)
  expect(windowAt(small, 27_390)).toEqual({ from: 978, to: 1_000 })
})

test('a table shorter than its view does not move', () => {
  const tiny = { rows: 3, rowHeight: 28, view: 610 }
  expect([vyAt(tiny, 50), within(tiny, 50), thumbAt(tiny, 50), vyShowing(tiny, 0, 2)]).toEqual([0, 0, 0, 0])
  expect(windowAt({ ...tiny, rows: 0 }, 0)).toEqual({ from: 0, to: 0 })
})

function fullyShows(row: number, vy: number): boolean {
  return row * 28 >= vy && (row + 1) * 28 <= vy + huge.view
}
