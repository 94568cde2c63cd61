import { useState, useSyncExternalStore } from 'react'
import { later } from '#kit/later.tsx'
import { joined } from '../domain/names.ts'
import type { Dropped } from './dropped.ts'
import type { FileActions } from './useFileActions.ts'
import { upload, uploads } from './uploads.ts'
import type { Taken } from './uploads.ts'

const UploadQuestion = later(() => import('./UploadQuestion.tsx').then((module) => module.UploadQuestion))

export interface Asked { readonly all: readonly Dropped[]; readonly taken: readonly string[] }

/** Sends files into a folder; where names are taken it asks first. */
export function useUpload(actions: FileActions) {
  const [asked, setAsked] = useState<Asked>()
  const any = useSyncExternalStore(uploads.subscribe, () => uploads.get().length > 0)

  async function into(folder: string, dropped: readonly Dropped[]): Promise<void> {
    const all = dropped.map(({ path, file }) => ({ path: joined(folder, path), file }))
    const taken = all.length === 0 ? [] : await actions.taken(all.map(({ path }) => path))
    if (taken === undefined) return
    if (taken.length > 0) setAsked({ all, taken })
    else send(all, 'refuse')
  }

  const choose = (taken: Taken | 'skip') => {
    if (asked) send(taken === 'skip' ? asked.all.filter(({ path }) => !asked.taken.includes(path)) : asked.all, taken === 'skip' ? 'refuse' : taken)
    setAsked(undefined)
  }
  const question = asked && <UploadQuestion asked={asked} onChoose={choose} onClose={() => setAsked(undefined)} />
  return { into, question, any }
}

function send(all: readonly Dropped[], taken: Taken): void {
  for (const { path, file } of all) upload(path, file, taken)
}
