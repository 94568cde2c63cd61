import { useEffect, useState } from 'react'
import type { PanelProps } from '#kit/desk.ts'
import type { Draft } from '../domain/draft.ts'
import { JobFile } from '../domain/job-file.ts'

interface History { readonly past: readonly Draft[]; readonly now: Draft; readonly next: readonly Draft[] }

const mostSteps = 200

/** What is being written over what is saved: undone and redone, and kept in the panel's params, so that a reload loses nothing. */
export function useDraft(base: Draft, { params, setParams, setDirty, file }: Pick<PanelProps, 'params' | 'setParams' | 'setDirty'> & { readonly file: boolean }) {
  const [{ past, now, next }, setHistory] = useState<History>(() => ({ past: [], now: draftIn(params['draft']) ?? base, next: [] }))
  const text = JSON.stringify(now)
  const dirty = text !== JSON.stringify(base)
  const [begun, setBegun] = useState<string>()
  /** What was started stands in its run and can be cloned from there; a file is behind until it is saved. */
  const unkept = dirty && (file || text !== begun)
  useEffect(() => {
    const timer = setTimeout(() => setParams({ draft: dirty ? text : '' }), 300)
    return () => clearTimeout(timer)
  }, [dirty, text, setParams])
  useEffect(() => { setDirty(unkept); return () => setDirty(false) }, [unkept, setDirty])

  return {
    now, dirty,
    started: (draft: Draft) => setBegun(JSON.stringify(draft)),
    change: (part: Partial<Draft>) => setHistory((before) => ({ past: [...before.past, before.now].slice(-mostSteps), now: { ...before.now, ...part }, next: [] })),
    undo: past.length === 0 ? undefined : () => setHistory((before) => ({ past: before.past.slice(0, -1), now: before.past.at(-1) ?? before.now, next: [before.now, ...before.next] })),
    redo: next.length === 0 ? undefined : () => setHistory((before) => ({ past: [...before.past, before.now], now: before.next[0] ?? before.now, next: before.next.slice(1) })),
  }
}

function draftIn(text: string | undefined): Draft | undefined {
  if (!text) return undefined
  try {
    return JobFile.safeParse(JSON.parse(text)).data ?? undefined
  } catch {
    return undefined
  }
}
