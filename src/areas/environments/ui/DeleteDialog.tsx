import { Confirm } from '#kit/Confirm.tsx'
import { bytesOf } from '#lib/words.ts'
import type { EnvironmentHeadline } from '../domain/environment.ts'

export function DeleteDialog({ environment: { name, kind, bytes }, onDelete, onClose }: { readonly environment: EnvironmentHeadline; readonly onDelete: () => void; readonly onClose: () => void }) {
  const title = kind === 'adopted' ? `Let go of “${name}”?` : kind === 'curated' ? `Delete what was built of “${name}”?` : `Delete “${name}”?`
  return <Confirm title={title} action={kind === 'adopted' ? 'Let go' : 'Delete'} danger onConfirm={onDelete} onClose={onClose}><p>{textOf(kind, name, bytes)}</p></Confirm>
}

function textOf(kind: EnvironmentHeadline['kind'], name: string, bytes: number | null): string {
  const built = bytes === null ? 'Nothing of it is built.' : `What was built (${bytesOf(bytes)}) is deleted, unless another environment is made of the same.`
  switch (kind) {
    case 'adopted': return 'It leaves this list. The studio has never changed it and does not touch its files.'
    case 'curated': return `${built} It comes with the studio and is built again when something needs it.`
    case 'declared': return `The folder environments/${name} goes to the trash and can be taken back from there. ${built}`
  }
}
