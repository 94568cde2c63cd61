import { ChevronDown } from 'lucide-react'
import { use, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { given } from '#lib/given.ts'
import type { FieldWords } from './Field.tsx'
import { FieldParts } from './Field.tsx'
import type { Option } from './option.ts'
import { OptionItem } from './OptionItem.tsx'

export interface ComboProps extends FieldWords {
  readonly options: readonly Option[]
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  /** What is typed counts although it is not among the options. */
  readonly free?: boolean
  /** It may stay empty: its list waits until it is asked for. */
  readonly optional?: boolean
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

/** A searchable choice: typing filters the options. The list opens by itself only where a choice is still to be made. */
export function Combo({ options, value, onChange, free = false, optional = false, placeholder, disabled, autoFocus, ...words }: ComboProps) {
  const label = options.find((option) => option.id === value)?.label ?? (free ? (value ?? '') : '')
  const [typed, setTyped] = useState<string>()
  const leave = () => {
    if (free && typed !== undefined && typed !== label) onChange(typed === '' ? undefined : typed)
    setTyped(undefined)
  }
  return (
    <ComboBox
      className="field" value={value ?? null} inputValue={typed ?? label} onInputChange={setTyped} menuTrigger={value === undefined && !optional ? 'focus' : 'input'} allowsEmptyCollection={!free}
      allowsCustomValue={free} isInvalid={words.error !== undefined} onBlur={leave}
      onChange={(key) => { if (key !== null) { onChange(String(key)); setTyped(undefined) } }}
      {...given({ isDisabled: disabled, autoFocus, 'aria-label': words.hideLabel ? words.label : undefined })}
    >
      <FieldParts {...words}>
        <Group className="input"><Typed placeholder={placeholder} onEnter={leave} /><Button className="open"><ChevronDown size={13} /></Button></Group>
      </FieldParts>
      <Popover className="popover offers min-w-(--trigger-width)" offset={4}>
        <ListBox className="options" items={options} renderEmptyState={() => <div className="none">Nothing matches “{typed ?? ''}”.</div>}>{(option) => <OptionItem option={option} />}</ListBox>
      </Popover>
    </ComboBox>
  )
}

/** A press anywhere in it opens the list; Escape closes an open list, and nothing around it. Enter may send the form at once, so what is typed counts before. */
function Typed({ placeholder, onEnter }: { readonly placeholder: string | undefined; readonly onEnter: () => void }) {
  const list = use(ComboBoxStateContext)
  const answer = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && list?.isOpen) event.stopPropagation()
    if (event.key === 'Enter' && !event.currentTarget.hasAttribute('aria-activedescendant')) onEnter()
  }
  return <Input spellCheck={false} onClick={() => list?.open(null, 'manual')} onKeyDown={answer} {...given({ placeholder })} />
}
