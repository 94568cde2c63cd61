import type { Desk } from '#kit/desk.ts'
import { subscribable } from '#lib/subscribable.ts'

export type Request = 'find' | 'file' | 'folder' | 'upload' | 'refresh' | 'trash'

/** What a command asked of the file browser, which may first have to open. */
export const pending = subscribable<Request | undefined>(undefined)

export function request(what: Request): (desk: Desk) => void {
  return (desk) => {
    desk.open('files')
    pending.set(what)
  }
}
