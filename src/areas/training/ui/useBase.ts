import { useQuery } from '@tanstack/react-query'
import { given } from '#lib/given.ts'
import { asking } from '#wire/ask.ts'
import { training } from '../contract.ts'
import { blank, cloneOf, command } from '../domain/draft.ts'
import type { Draft } from '../domain/draft.ts'
import { useHow } from './useHow.ts'

/** What the form stands on: `hash` of the file on disk, null where nothing is saved yet. */
export interface Base { readonly spec: Draft; readonly path: string | null; readonly hash: string | null }
interface Loaded { readonly base: Base | undefined; readonly error: Error | null; readonly missing: boolean; readonly again: () => void }

export function useBase({ path = '', dataset, run = '', job = '', work }: Readonly<Record<string, string>>): Loaded {
  const isFile = path.endsWith('.job.json')
  const file = useQuery({ ...asking(training.read, { path }), enabled: isFile, retry: false })
  const before = useHow({ run, job })
  const again = () => void (isFile ? file.refetch() : before.refetch())
  if (isFile) return { base: file.data && { spec: file.data.spec, path, hash: file.data.hash }, error: file.error, missing: false, again }
  if (run !== '' || job !== '') return { base: before.data ? { spec: cloneOf(before.data), path: null, hash: null } : undefined, error: before.error, missing: before.data === null, again }
  if (work === 'command') return { base: { spec: command(), path: null, hash: null }, error: null, missing: false, again }
  return { base: { spec: blank(given({ script: path, dataset })), path: null, hash: null }, error: null, missing: false, again }
}
