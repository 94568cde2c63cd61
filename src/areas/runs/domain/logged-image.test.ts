import { expect, test } from 'vitest'
import { loggedImage } from './logged-image.ts'

test('the names that mlflow gives images are read, those of older clients too', () => {
  expect([
    'images/val~grid+step+7+timestamp+1764000000000+1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed.png',
    'images/dog%step%-1%timestamp%5%0f0f.png',
    'images/a#b%step%2%timestamp%6%0f0f%compressed.webp',
    'plots/confusion.png', 'val_step_12.jpg', 'epoch=3/val.webp', 'model/MLmodel',
  ].map(loggedImage)).toEqual([
    { key: 'val/grid', step: 7, time: 1_764_000_000_000, compressed: false },
    { key: 'dog', step: -1, time: 5, compressed: false },
    { key: 'a/b', step: 2, time: 6, compressed: true },
    { key: 'plots/confusion.png', step: null, time: null, compressed: false },
    { key: 'val_step.jpg', step: 12, time: null, compressed: false },
    { key: 'epoch/val.webp', step: 3, time: null, compressed: false },
    undefined,
  ])
})
