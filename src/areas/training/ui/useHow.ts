import { useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { training } from '../contract.ts'

/** How a run, or a job, was started; null where it was not started here. */
export function useHow({ run = '', job = '' }: Readonly<Record<string, string>>) {
  const ofRun = useQuery({ ...asking(training.ofRun, { run }), enabled: run !== '', retry: false, staleTime: Infinity })
  const ofJob = useQuery({ ...asking(training.ofJob, { job }), enabled: run === '' && job !== '', retry: false, staleTime: Infinity })
  return run === '' ? ofJob : ofRun
}
