import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { diskProblem, insideOf } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import { formatOf } from '../domain/source-path.ts'
import type { Datasets } from './store.ts'

const types: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', bmp: 'image/bmp', avif: 'image/avif' }

/** The bytes of one image of a data set, as an image and nothing else. */
export async function thumbOf(datasets: Datasets, { dataset, version, path }: { readonly dataset: string; readonly version: number | undefined; readonly path: string }): Promise<Response> {
  const found = await datasets.get(dataset, version)
  const type = types[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '']
  if (found.version.format !== 'images' || formatOf(path) !== 'images' || !type) throw new Problem('invalid', `“${path}” is not an image that can be shown here.`, 'path')
  const real = await insideOf(datasets.root, path)
  const { size, mtimeMs } = await stat(real).catch((error: unknown) => { throw diskProblem(error, real) })
  return new Response((await openAsBlob(real)).stream(), {
    headers: {
      'content-type': type, 'content-length': String(size), 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline', 'cache-control': 'private, max-age=60', etag: `"${size}-${Math.floor(mtimeMs)}"`,
    },
  })
}
