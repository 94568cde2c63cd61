import type { ImageAt } from '../../../domain/shown.ts'

export interface Pictures { readonly keys: readonly string[]; readonly key: string; readonly steps: readonly number[]; readonly step: number | undefined; readonly shown: readonly ImageAt[] }

/** What a card of images shows: the key it names or the first there is, the step it names or the last, one image a run. */
export function pictureOf(images: readonly ImageAt[], wanted: { readonly key: string; readonly step?: number | undefined }): Pictures {
  const keys = [...new Set(images.map((image) => image.key))].sort()
  const key = keys.includes(wanted.key) ? wanted.key : (keys[0] ?? '')
  const own = images.filter((image) => image.key === key)
  const steps = [...new Set(own.flatMap(({ step }) => step ?? []))].sort((a, b) => a - b)
  const step = wanted.step ?? steps.at(-1)
  return { keys, key, steps, step, shown: imagesAt(own, step) }
}

/** Each run's image at the step, or its last one before it; one without a step stands for every step. */
function imagesAt(images: readonly ImageAt[], step = Infinity): ImageAt[] {
  const byRun = Map.groupBy(images.filter((image) => (image.step ?? -Infinity) <= step), ({ run }) => run)
  return [...byRun.values()].map((own) => own.reduce((last, image) => ((image.step ?? -Infinity) >= (last.step ?? -Infinity) ? image : last)))
}
