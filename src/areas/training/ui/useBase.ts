import { useQuery } from '@tanstack/react-query'
import { given } from '#lib/given.ts'
import { asking } from '#wire/ask.ts'
import { training } from '../contract.ts'
import { blank, cloneOf } from '../domain/draft.ts'
import type { Draft } from '../domain/draft.ts'

/** What the form stands on: `hash` of the file on disk, null where nothing is saved yet. */
export interface Base { readonly spec: Draft; readonly path: string | null; readonly hash: string | null }
interface Loaded { readonly base: Base | undefined; readonly error: Error | null; readonly missing: boolean; readonly again: () => void }

export function useBase({ path = '', dataset, run = '' }: Readonly<Record<string, string>>): Loaded {
  const isFile = path.endsWith('.job.json')
  const file = useQuery({ ...asking(training.read, { path }), enabled: isFile, retry: false })
  const before = useQuery({ ...asking(training.ofRun, { run }), enabled: run !== '', retry: false, staleTime: Infinity })
  const again = () => void (isFile ? file.refetch() : before.refetch())
  if (isFile) return { base: file.data && { spec: file.data.spec, path, hash: file.data.hash }, error: file.error, missing: false, again }
  if (run !== '') return { base: before.data ? { spec: cloneOf(before.data), path: null, hash: null } : undefined, error: before.error, missing: before.data === null, again }
  return { base: { spec: blank(given({ script: path, dataset })), path: null, hash: null }, error: null, missing: false, again }
}
