import { useEffect, useRef, useState } from 'react'
import { changesOf, changesText, realChanges, viewWith } from '../../domain/view-changes.ts'
import type { ViewChanges } from '../../domain/view-changes.ts'
import type { ViewState } from '../../domain/view.ts'

interface History { readonly past: readonly ViewChanges[]; readonly present: ViewChanges; readonly future: readonly ViewChanges[]; readonly tag: string; readonly at: number }

export interface ViewHands {
  readonly state: ViewState
  readonly changed: boolean
  /** Steps of one `tag` in quick succession are one step back. */
  readonly change: (part: ViewChanges, tag?: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** All changes go: the view as it was saved. */
  readonly reset: () => void
}

const together = 900

/** What the view is by itself, with what was changed; the changes stand in the address. */
export function useViewState({ base, text, onText }: { readonly base: ViewState; readonly text: string; readonly onText: (text: string) => void }): ViewHands {
  const [history, setHistory] = useState<History>(() => begun(changesOf(text)))
  const written = useRef(new Set([text]))
  const real = realChanges(base, history.present)
  const wanted = changesText(real)
  useEffect(() => {
    if (written.current.has(text)) return
    written.current.add(text)
    setHistory((now) => ({ ...begun(changesOf(text)), past: [...now.past, now.present] }))
  }, [text])
  useEffect(() => {
    if (wanted === text) {
      written.current = new Set([text])
      return
    }
    const timer = setTimeout(() => {
      written.current.add(wanted)
      onText(wanted)
    }, 120)
    return () => clearTimeout(timer)
  }, [wanted, text, onText])
  return {
    state: viewWith(base, history.present),
    changed: wanted !== '',
    change: (part, tag = '') => setHistory((now) => stepped(now, realChanges(base, { ...now.present, ...part }), tag, Date.now())),
    undo: () => setHistory(back),
    redo: () => setHistory(forth),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    reset: () => setHistory((now) => stepped(now, {}, '', Date.now())),
  }
}

function begun(present: ViewChanges): History {
  return { past: [], present, future: [], tag: '', at: 0 }
}

function stepped(now: History, present: ViewChanges, tag: string, at: number): History {
  if (changesText(present) === changesText(now.present)) return now
  const joins = tag !== '' && tag === now.tag && at - now.at < together
  return { past: joins ? now.past : [...now.past.slice(-99), now.present], present, future: [], tag, at }
}

function back(now: History): History {
  const before = now.past.at(-1)
  return before ? { past: now.past.slice(0, -1), present: before, future: [now.present, ...now.future], tag: '', at: 0 } : now
}

function forth(now: History): History {
  const [after, ...future] = now.future
  return after ? { past: [...now.past, now.present], present: after, future, tag: '', at: 0 } : now
}
