import { Problem } from '#wire/problem.ts'
import type { Job } from '../domain/job.ts'
import { isOver } from '../domain/job.ts'
import type { Ledger } from './ledger.ts'

/** Waits until these jobs are done; a sentence where one of them is not and will not be. */
export async function doneBefore({ ledger, after, waiting }: { readonly ledger: Ledger; readonly after: readonly string[]; readonly waiting: (reason: string) => void }): Promise<string | undefined> {
  for (const id of after) {
    const before = known(ledger, id)
    if (before && !isOver(before.state)) waiting(`Waiting for “${before.title}”`)
    const over = before && (await ledger.settled(id))
    if (over?.state !== 'done') return sentence(over)
  }
  return undefined
}

function known(ledger: Ledger, id: string): Job | undefined {
  try {
    return ledger.get(id)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

function sentence(job: Job | undefined): string {
  if (!job) return 'It was not started: the job that it waited for is not on the list any more.'
  const how = { cancelled: 'was stopped', lost: 'was lost when the studio stopped', failed: 'failed', done: '', waiting: '', running: '' }[job.state]
  return [`It was not started: “${job.title}”, which it waited for, ${how}.`, job.error ?? ''].filter(Boolean).join('\n')
}
