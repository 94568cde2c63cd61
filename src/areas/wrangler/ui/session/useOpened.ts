import { useQuery } from '@tanstack/react-query'
import type { Params } from '#kit/desk.ts'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import type { Saved } from './recipe-files.ts'

export interface Asked { readonly dataset: string | undefined; readonly version: number | undefined; readonly path: string | undefined }
export interface Opened extends Saved { readonly rows: number; readonly version: number; readonly missing: readonly string[] }

/** What an address names: a recipe file, or a data set. */
export function placeOf(params: Params): Asked {
  const version = Number(params['version'])
  return { dataset: params['dataset'], version: Number.isInteger(version) && version > 0 ? version : undefined, path: params['path'] ?? params['recipe'] }
}

/** A recipe file with the size of its source, or an empty recipe over a data set. */
export function useOpened({ dataset, version, path }: Asked): { readonly opened: Opened | undefined; readonly error: Error | null; readonly retry: () => void } {
  const file = useQuery({ ...asking(wrangler.open, { path: path ?? '' }), enabled: path !== undefined, gcTime: 0, staleTime: Infinity })
  const source = path === undefined ? { dataset: dataset ?? '', version } : file.data?.recipe.source
  const start = useQuery({ ...asking(wrangler.start, startOf(source)), enabled: source !== undefined && source.dataset !== '', staleTime: Infinity, gcTime: 0 })
  return { opened: openedOf(start.data, path, file.data), error: file.error ?? start.error, retry: () => { void file.refetch(); void start.refetch() } }
}

function startOf(source: { readonly dataset: string; readonly version?: number | undefined } | undefined) {
  return { dataset: source?.dataset ?? '', ...(source?.version === undefined ? {} : { version: source.version }) }
}

type Started = Pick<Opened, 'recipe' | 'rows' | 'version'>
type Found = Pick<Opened, 'recipe' | 'hash' | 'missing'>

function openedOf(start: Started | undefined, path: string | undefined, file: Found | undefined): Opened | undefined {
  if (!start) return undefined
  const { rows, version } = start
  if (path === undefined) return { recipe: start.recipe, hash: null, path: null, missing: [], rows, version }
  return file && { ...file, path, rows, version }
}
