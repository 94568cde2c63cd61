import { useState } from 'react'
import { TextArea } from '#kit/TextArea.tsx'
import type { FieldWords } from '#kit/Field.tsx'

/** What no other field can draw, as JSON. */
export function JsonField({ value, onChange, ...words }: FieldWords & { readonly value: unknown; readonly onChange: (value: unknown) => void }) {
  const [text, setText] = useState(() => JSON.stringify(value, null, 1) ?? '')
  const [broken, setBroken] = useState(false)
  const write = (next: string) => {
    setText(next)
    try {
      onChange(JSON.parse(next))
      setBroken(false)
    } catch {
      setBroken(true)
    }
  }
  return <TextArea {...words} mono value={text} onChange={write} {...(broken ? { error: 'This is not JSON yet.' } : {})} />
}
