import { workspaces } from '#areas/workspaces/contract.ts'
import type { Desk as KeptDesk } from '#areas/workspaces/contract.ts'
import { subscribable } from '#lib/subscribable.ts'
import { ask, askRaw, ours } from '#wire/ask.ts'

export type Saved = 'saved' | 'saving' | 'failed'

const pause = 400
const retry = 5000

/** Keeps a desk on the server a moment after it changed, and at once when the page goes. */
export function openSaving({ session, desk }: { readonly session: string; readonly desk: () => KeptDesk }) {
  const state = subscribable<Saved>('saved')
  let last = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  async function save(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const now = desk()
    const text = JSON.stringify(now)
    if (text === last) return state.set('saved')
    try {
      await ask(workspaces.saveDesk, { session, desk: now })
      last = text
      if (timer === undefined) state.set('saved')
    } catch {
      state.set('failed')
      timer ??= setTimeout(() => void save(), retry)
    }
  }

  function changed(): void {
    state.set('saving')
    clearTimeout(timer)
    timer = setTimeout(() => void save(), pause)
  }

  function leave(): void {
    if (timer === undefined) return
    const body = JSON.stringify({ session, desk: desk() })
    void askRaw('/api/workspaces.saveDesk', { method: 'POST', keepalive: true, headers: { 'content-type': 'application/json', ...ours }, body }).catch(() => {})
  }

  return { state, changed, leave }
}
