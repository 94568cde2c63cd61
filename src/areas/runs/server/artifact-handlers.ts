import { open } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Handlers } from '#wire/implement.ts'
import type { runs as contract } from '../contract.ts'
import { loggedImage } from '../domain/logged-image.ts'
import { mlModelOf } from '../domain/ml-model.ts'
import type { MlModel } from '../domain/ml-model.ts'
import type { Artifact, ImageAt } from '../domain/shown.ts'
import { openArtifactRows } from './artifact-rows.ts'
import type { RowsNeeds } from './artifact-rows.ts'
import type { Runs } from './store.ts'

type Calls = Pick<typeof contract, 'artifacts' | 'artifactText' | 'artifactRows' | 'mlModel' | 'images'>

const deepest = 4
const mostFiles = 5000

export function artifactHandlers({ runs, models }: Pick<Runs, 'runs' | 'models'>, needs: RowsNeeds): Handlers<Calls> {
  const { artifacts } = needs
  const rows = openArtifactRows(needs)
  const uriOf = (run: string, model?: string) => (model === undefined ? runs.info(run).artifactUri : models.get(model).artifactUri)

  async function imagesOf(run: string): Promise<ImageAt[]> {
    const found: ImageAt[] = []
    for await (const { path, changed } of filesUnder(run, '', 0)) {
      const image = loggedImage(path)
      if (image && !image.compressed) found.push({ run, key: image.key, step: image.step, time: image.time ?? changed, path })
    }
    return found
  }

  async function* filesUnder(run: string, path: string, depth: number): AsyncGenerator<Artifact> {
    let seen = 0
    for (const one of await artifacts.list(uriOf(run), path)) {
      if (seen++ > mostFiles) return
      if (!one.folder) yield one
      else if (depth < deepest) yield* filesUnder(run, one.path, depth + 1)
    }
  }

  return {
    artifacts: ({ run, model, path }) => artifacts.list(uriOf(run, model), path),

    artifactText: async ({ run, model, path, limit }) => textAt(await artifacts.fileOf(uriOf(run, model), path), limit),

    artifactRows: ({ run, model, path, from, to }, { signal }) => rows({ uri: uriOf(run, model), path, from, to }, signal),

    mlModel: async ({ run, model, path }) => mlModelIn((await textAt(await artifacts.fileOf(uriOf(run, model), path), 1_000_000)).text),

    images: async ({ runs: ids, key }) => {
      const all: ImageAt[] = []
      for (const run of ids) all.push(...(await imagesOf(run).catch(() => [])))
      return all.filter((image) => key === undefined || image.key === key).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : (a.step ?? -1) - (b.step ?? -1)))
    },
  }
}

/** The beginning of a file as text; a character that was cut in two is left out. */
export async function textAt(place: string, limit: number): Promise<{ text: string; whole: boolean; bytes: number; binary: boolean }> {
  const file = await open(place)
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, limit)), 0, Math.min(size, limit), 0)
    const text = new TextDecoder('utf-8').decode(buffer.subarray(0, bytesRead), { stream: bytesRead < size })
    return { text, whole: bytesRead === size, bytes: size, binary: isBinary(buffer.subarray(0, Math.min(bytesRead, 8000))) }
  } finally {
    await file.close()
  }
}

/** As git tells it: a zero byte in the beginning. */
function isBinary(beginning: Uint8Array): boolean {
  return beginning.includes(0)
}

function mlModelIn(text: string): MlModel {
  try {
    return mlModelOf(parse(text))
  } catch (error) {
    return { ...mlModelOf({}), warnings: [`It is no YAML: ${error instanceof Error ? error.message.split('\n')[0] : 'it cannot be read'}.`] }
  }
}
