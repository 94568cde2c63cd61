import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { TextField } from '#kit/TextField.tsx'
import { countWords } from '../../domain/words.ts'

export function GoToRow({ count, onGo, onClose }: { readonly count: number; readonly onGo: (row: number) => void; readonly onClose: () => void }) {
  const [text, setText] = useState('')
  const row = Number(text.replaceAll(/[ ,._']/g, ''))
  const sound = text !== '' && Number.isInteger(row) && row >= 1 && row <= count
  const go = () => {
    if (!sound) return
    onClose()
    onGo(row - 1)
  }
  return (
    <Dialog title="Go to row" width={320} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={!sound} onPress={go}>Go</Button></>}>
      <TextField label={`Row, 1 to ${countWords(count)}`} autoFocus mono value={text} onChange={setText} onEnter={go} {...(text !== '' && !sound ? { error: `Give a number from 1 to ${countWords(count)}.` } : {})} />
    </Dialog>
  )
}
