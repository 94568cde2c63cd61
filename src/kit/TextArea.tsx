import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { given } from '#lib/given.ts'
import type { FieldWords } from './Field.tsx'
import { FieldParts } from './Field.tsx'

export interface TextAreaProps extends FieldWords {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly placeholder?: string
  readonly mono?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

export function TextArea({ value, onChange, rows = 4, placeholder, mono = false, disabled, autoFocus, ...words }: TextAreaProps) {
  return (
    <TextField className="field" value={value} onChange={onChange} isInvalid={words.error !== undefined} {...given({ isDisabled: disabled, autoFocus, 'aria-label': words.hideLabel ? words.label : undefined })}>
      <FieldParts {...words}>
        <AriaTextArea className={`input ${mono ? 'mono' : ''}`} rows={rows} spellCheck={false} {...given({ placeholder })} />
      </FieldParts>
    </TextField>
  )
}
