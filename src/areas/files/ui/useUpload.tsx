import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { joined } from '../domain/names.ts'
import type { Dropped } from './dropped.ts'
import type { FileActions } from './useFileActions.ts'
import { upload } from './uploads.ts'
import type { Taken } from './uploads.ts'

interface Asked { readonly all: readonly Dropped[]; readonly taken: readonly string[] }

/** Sends files into a folder; where names are taken it asks first. */
export function useUpload(actions: FileActions) {
  const [asked, setAsked] = useState<Asked>()

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
  const question = asked && <Question asked={asked} onChoose={choose} onClose={() => setAsked(undefined)} />
  return { into, question }
}

function send(all: readonly Dropped[], taken: Taken): void {
  for (const { path, file } of all) upload(path, file, taken)
}

function Question({ asked: { all, taken }, onChoose, onClose }: { readonly asked: Asked; readonly onChoose: (taken: Taken | 'skip') => void; readonly onClose: () => void }) {
  const words = taken.length === 1 ? `There is already a “${taken[0]}”.` : `${taken.length} of ${all.length} names are taken already.`
  return (
    <Dialog title="Keep both, or replace?" alert onClose={onClose} actions={<>
      <Button onPress={onClose}>Cancel</Button>
      {all.length > taken.length && <Button onPress={() => onChoose('skip')}>Skip those</Button>}
      <Button onPress={() => onChoose('replace')}>Replace</Button>
      <Button variant="primary" autoFocus onPress={() => onChoose('both')}>Keep both</Button>
    </>}>
      <div className="flex flex-col gap-2 text-s">
        <p>{words} What is replaced goes to the deleted files; keeping both gives the new ones another name.</p>
        {taken.length > 1 && <ul className="max-h-40 overflow-auto rounded-2 bg-sunken p-2 font-mono">{taken.map((path) => <li key={path} className="clip">{path}</li>)}</ul>}
      </div>
    </Dialog>
  )
}
