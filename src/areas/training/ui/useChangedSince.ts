import { useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { training } from '../contract.ts'
import { changedWords } from '../domain/again.ts'

/** What a clone says of the code that has changed since its run; nothing where none has. */
export function useChangedSince({ run = '', job = '' }: Readonly<Record<string, string>>): readonly string[] {
  const { data } = useQuery({ ...asking(training.changedSince, run === '' ? { job } : { run }), enabled: run !== '' || job !== '', retry: false })
  return data && data.files.length > 0 ? [changedWords(data.files)] : []
}
