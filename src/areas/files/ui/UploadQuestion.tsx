import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import type { Taken } from './uploads.ts'
import type { Asked } from './useUpload.tsx'

/** Some names are taken: keep both, replace or skip. */
export function UploadQuestion({ asked: { all, taken }, onChoose, onClose }: { readonly asked: Asked; readonly onChoose: (taken: Taken | 'skip') => void; readonly onClose: () => void }) {
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
