import { useState } from 'react'
import type { ReactNode } from 'react'
import { later } from '#kit/later.tsx'
import { isOver } from '../domain/job.ts'
import type { Job } from '../domain/job.ts'
import { useCancel } from './useCancel.ts'

const StopAsk = later(() => import('./StopAsk.tsx').then((module) => module.StopAsk))

/** What a small cross beside a job does: a command that runs is ended after asking, other work at once. `dialog` stands somewhere in the caller. */
export function useStopping(): { readonly stop: (job: Job) => void; readonly dialog: ReactNode } {
  const cancel = useCancel()
  const [asked, setAsked] = useState<Job>()
  return {
    stop: (job) => { if (asksFirst(job)) setAsked(job); else cancel(job.id) },
    dialog: asked && <StopAsk job={asked} onClose={() => setAsked(undefined)} />,
  }
}

function asksFirst({ process, state }: Pick<Job, 'process' | 'state'>): boolean {
  return process && !isOver(state)
}
