import { workspaces } from '#areas/workspaces/contract.ts'
import type { Desk as KeptDesk } from '#areas/workspaces/contract.ts'
import { subscribable } from '#lib/subscribable.ts'
import { ask, askRaw, ours } from '#wire/ask.ts'

export type Saved = 'saved' | 'saving' | 'failed'

const pause = 400
const retry = 5000

interface Needs {
  readonly session: string
  readonly desk: () => KeptDesk
  /** Ids of the tabs that this window had and has no more. */
  readonly closed: () => readonly string[]
  /** Another window of this session has tabs that are kept with this desk; told once. */
  readonly onOthers: (tabs: number) => void
}

const mostClosed = 5000

/** Keeps a desk on the server a moment after it changed, and at once when the page goes. */
export function openSaving({ session, desk, closed, onOthers }: Needs) {
  const state = subscribable<Saved>('saved')
  let last = ''
  let told = false
  const body = (now: KeptDesk) => ({ session, desk: now, closed: closed().slice(-mostClosed) })
  let timer: ReturnType<typeof setTimeout> | undefined

  async function save(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const now = desk()
    const text = JSON.stringify(now)
    if (text === last) return state.set('saved')
    try {
      const { others } = await ask(workspaces.saveDesk, body(now))
      last = text
      if (others > 0 && !told) onOthers(others)
      told ||= others > 0
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
    void askRaw('/api/workspaces.saveDesk', { method: 'POST', keepalive: true, headers: { 'content-type': 'application/json', ...ours }, body: JSON.stringify(body(desk())) }).catch(() => {})
  }

  return { state, changed, leave }
}
