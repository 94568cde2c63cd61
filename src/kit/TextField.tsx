import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { given } from '#lib/given.ts'
import type { FieldWords } from './Field.tsx'
import { FieldParts } from './Field.tsx'
import type { Icon } from './icon.ts'

export interface TextFieldProps extends FieldWords {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly icon?: Icon
  readonly mono?: boolean
  readonly disabled?: boolean
  readonly readOnly?: boolean
  readonly autoFocus?: boolean
  readonly type?: 'text' | 'search' | 'password' | 'url'
  readonly onEnter?: () => void
  readonly onBlur?: () => void
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, placeholder, icon: Icon, mono = false, disabled, readOnly, autoFocus, type = 'text', onEnter, onBlur, ...words } = props
  return (
    <AriaTextField
      className="field" value={value} onChange={onChange} type={type} isInvalid={words.error !== undefined}
      onKeyDown={(event) => { if (event.key === 'Enter') onEnter?.(); else event.continuePropagation() }}
      {...given({ isDisabled: disabled, isReadOnly: readOnly, autoFocus, onBlur, 'aria-label': words.hideLabel ? words.label : undefined })}
    >
      <FieldParts {...words}>
        <Group className={`input ${mono ? 'mono' : ''}`}>
          {Icon && <Icon size={14} />}
          <Input spellCheck={false} autoComplete="off" {...given({ placeholder })} />
        </Group>
      </FieldParts>
    </AriaTextField>
  )
}
