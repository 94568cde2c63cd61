import { useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import type { Saved } from './recipe-files.ts'

export interface Opened extends Saved { readonly rows: number; readonly version: number; readonly missing: readonly string[] }

/** A recipe file, or an empty recipe over a data set, with the size of its source. */
export function useOpened({ dataset, version, path }: { readonly dataset: string | undefined; readonly version: number | undefined; readonly path: string | undefined }) {
  const file = useQuery({ ...asking(wrangler.open, { path: path ?? '' }), enabled: path !== undefined, gcTime: 0, staleTime: Infinity })
  const source = file.data?.recipe.source
  const name = path === undefined ? dataset : source?.dataset
  const wanted = path === undefined ? version : source?.version
  const start = useQuery({
    ...asking(wrangler.start, { dataset: name ?? '', ...(wanted === undefined ? {} : { version: wanted }) }),
    enabled: name !== undefined, staleTime: Infinity, gcTime: 0,
  })
  const error = file.error ?? start.error
  const opened = start.data && (path === undefined ? freshOf(start.data) : file.data && { ...file.data, path, rows: start.data.rows, version: start.data.version })
  return { opened, error, retry: () => { void file.refetch(); void start.refetch() } }
}

function freshOf({ recipe, rows, version }: { readonly recipe: Opened['recipe']; readonly rows: number; readonly version: number }): Opened {
  return { recipe, hash: null, path: null, missing: [], rows, version }
}
