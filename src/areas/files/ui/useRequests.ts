import { useEffect, useEffectEvent } from 'react'
import { pending } from './requests.ts'
import type { Request } from './requests.ts'

/** Answers what commands asked of the file browser, also what was asked before it was shown. */
export function useRequests(answers: Readonly<Record<Request, () => void>>): void {
  const answer = useEffectEvent(() => {
    const what = pending.get()
    if (what === undefined) return
    pending.set(undefined)
    answers[what]()
  })
  useEffect(() => {
    answer()
    return pending.subscribe(() => answer())
  }, [])
}
