import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'

interface Props {
  readonly title: string
  readonly label: string
  readonly value: string
  readonly action: string
  readonly long?: boolean
  readonly hint?: string
  /** Answers false where the dialog is to stay. */
  readonly onDone: (value: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks for one text, such as a name or a note. */
export function TextDialog({ title, label, value, action, long = false, hint, onDone, onClose }: Props) {
  const [text, setText] = useState(value)
  const [busy, setBusy] = useState(false)
  const ready = !busy && (long || text.trim() !== '')
  const go = async () => {
    if (!ready) return
    setBusy(true)
    const done = await onDone(long ? text : text.trim())
    setBusy(false)
    if (done) onClose()
  }
  const words = { label, value: text, onChange: setText, autoFocus: true, ...(hint === undefined ? {} : { hint }) }
  return (
    <Dialog title={title} width={long ? 520 : 420} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={!ready} onPress={() => void go()}>{action}</Button></>}>
      {long ? <TextArea {...words} rows={9} /> : <TextField {...words} onEnter={() => void go()} />}
    </Dialog>
  )
}
