import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

/** Asks before an act; the text says what will go. */
export function Confirm({ title, children, action, danger = false, onConfirm, onClose }: {
  readonly title: string
  readonly children: ReactNode
  readonly action: string
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}) {
  const confirm = () => {
    onClose()
    onConfirm()
  }
  return (
    <Dialog title={title} alert onClose={onClose} width={400} actions={<><Button onPress={onClose}>Cancel</Button><Button variant={danger ? 'danger' : 'primary'} autoFocus onPress={confirm}>{action}</Button></>}>
      <div className="text-s text-ink-2">{children}</div>
    </Dialog>
  )
}
