import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useDesk } from '#kit/desk.ts'
import { asking, useCommand } from '#wire/ask.ts'
import { training } from '../contract.ts'
import type { Draft } from '../domain/draft.ts'
import { JobFile } from '../domain/job-file.ts'
import type { Base } from './useBase.ts'

export interface InTheWay { readonly text: string; readonly blank?: boolean | undefined }
export type Training = ReturnType<typeof useTraining>

/** The plan of a draft, kept up with it; its start and its saving. */
export function useTraining(draft: Draft, { base, saved, started: begun }: { readonly base: Base; readonly saved: (path: string) => void; readonly started: (draft: Draft) => void }) {
  const desk = useDesk()
  const asked = useDeferredValue(draft)
  const whole = JobFile.safeParse(asked)
  const plan = useQuery({ ...asking(training.plan, { spec: asked }), enabled: whole.success, retry: false, placeholderData: (last) => last })
  const starting = useCommand(training.start)
  const saving = useCommand(training.save)
  const [issue] = whole.success ? [] : whole.error.issues
  const faults = issue ? [{ text: [issue.path.join(' '), issue.message].filter(Boolean).join(': '), blank: false }] : []
  const problems: readonly InTheWay[] = [...faults, ...(plan.data?.problems ?? [])]
  const ready = problems.length === 0 && plan.data !== undefined && !starting.isPending

  function start(): void {
    if (!ready) return
    starting.mutate({ spec: draft }, {
      onSuccess: ({ started, experiment }) => {
        const [first] = started
        begun(draft)
        desk.notify({ kind: 'good', text: started.length === 1 ? `“${draft.title}” is started.` : `${started.length} runs of “${draft.title}” are started.` })
        if (experiment !== null) desk.open('runsView', { experiments: experiment })
        else if (first) desk.open('job', { id: first.job })
      },
    })
  }

  return {
    plan: plan.data, planError: plan.error, problems, notes: plan.data?.notes ?? [], waiting: plan.isPending && whole.success, ready, start, starting: starting.isPending, startError: starting.error,
    save: (path: string) => saving.mutate({ path, spec: draft, hash: path === base.path ? base.hash : null }, { onSuccess: () => saved(path) }),
    saveError: saving.error,
  }
}
