import type { Datasets } from '#areas/datasets/server/store.ts'
import { knownAs } from '../domain/known-data.ts'
import type { KnownData } from '../domain/known-data.ts'
import type { Runs } from './store.ts'

/** Every version of every data set of the workspace. */
export async function knownData(datasets: Pick<Datasets, 'list' | 'history'>): Promise<KnownData[]> {
  const all = await datasets.list()
  return all.flatMap(({ name }) => datasets.history(name).map(({ version, fingerprint, source, at }) => ({ dataset: name, version, fingerprint, source, at: Date.parse(at) })))
}

/** For each input of a run the version that it is, in the order of the inputs. */
export async function knownInputs({ runs, datasets }: { readonly runs: Runs; readonly datasets: Pick<Datasets, 'list' | 'history'> }, id: string): Promise<({ dataset: string; version: number } | null)[]> {
  const { info, inputs } = runs.runs.get(id)
  const known = inputs.length === 0 ? [] : await knownData(datasets)
  return inputs.map(({ dataset }) => {
    const found = knownAs(dataset, known, info.start)
    return found ? { dataset: found.dataset, version: found.version } : null
  })
}
