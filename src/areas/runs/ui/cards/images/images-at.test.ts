import { expect, test } from 'vitest'
import { pictureOf } from './images-at.ts'

const image = (run: string, step: number | null, key = 'samples') => ({ run, key, step, time: null, path: `${run}-${step}.png` })

test('each run shows its image at the step, or its last one before', () => {
  const images = [image('a', 0), image('a', 10), image('b', 5), image('c', null), image('a', 3, 'other')]
  const at = (step: number | undefined) => pictureOf(images, { key: 'samples', step }).shown.map(({ path }) => path)
  expect([at(undefined), at(5), at(0)]).toEqual([['a-10.png', 'b-5.png', 'c-null.png'], ['a-0.png', 'b-5.png', 'c-null.png'], ['a-0.png', 'c-null.png']])
})

test('an unknown key is the first there is', () => {
  expect(pictureOf([image('a', 1, 'x'), image('a', 1, 'b')], { key: '' })).toMatchObject({ keys: ['b', 'x'], key: 'b', steps: [1], step: 1 })
  expect(pictureOf([], { key: '' })).toEqual({ keys: [], key: '', steps: [], step: undefined, shown: [] })
})
