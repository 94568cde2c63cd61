import type { Notice } from '#kit/desk.ts'
import { subscribable } from '#lib/subscribable.ts'

export interface Told { readonly id: number; readonly at: number; readonly notice: Notice; readonly fresh: boolean; readonly read: boolean; /** Its action was taken. */ readonly answered: boolean }
export type Notices = ReturnType<typeof openNotices>

const kept = 100
const shownFor = { info: 5000, good: 4000, warn: 9000, bad: undefined } as const
/** What can be answered stands long enough to be read and answered. */
const shownToAnswer = 12_000

/** What was told, the newest first. `fresh` ones stand on the screen; problems stay until they are put away. */
export function openNotices() {
  const told = subscribable<readonly Told[]>([])
  let count = 0
  const update = (id: number, change: Partial<Told>) => told.change((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)))

  function notify(notice: Notice): void {
    count += 1
    const id = count
    const same = told.get().find((one) => one.fresh && one.notice.text === notice.text)
    if (same) hide(same.id)
    told.change((all) => [{ id, at: Date.now(), notice, fresh: true, read: false, answered: false }, ...all].slice(0, kept))
    const time = shownFor[notice.kind] && (notice.action ? shownToAnswer : shownFor[notice.kind])
    if (time !== undefined) setTimeout(() => update(id, { fresh: false }), time)
  }

  function hide(id: number): void {
    update(id, { fresh: false, read: true })
  }

  function answered(id: number): void {
    update(id, { fresh: false, read: true, answered: true })
  }

  return { told, notify, hide, answered, readAll: () => told.change((all) => all.map((one) => ({ ...one, read: true }))), clear: () => told.set([]) }
}
