import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
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
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** When the options show: where the value is most likely right already, only once one types. */
  readonly opensOn?: 'focus' | 'input'
}

/** A searchable choice: typing filters the options. */
export function Combo({ options, value, onChange, free = false, placeholder, disabled, autoFocus, opensOn = 'focus', ...words }: ComboProps) {
  const label = options.find((option) => option.id === value)?.label ?? (free ? (value ?? '') : '')
  const [typed, setTyped] = useState<string>()
  const leave = () => {
    if (free && typed !== undefined && typed !== label) onChange(typed === '' ? undefined : typed)
    setTyped(undefined)
  }
  /** Enter may send the form at once: what is typed counts before. */
  const enter = ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>) => {
    if (key === 'Enter' && !currentTarget.hasAttribute('aria-activedescendant')) leave()
  }
  return (
    <ComboBox
      className="field" value={value ?? null} inputValue={typed ?? label} onInputChange={setTyped} menuTrigger={opensOn} allowsEmptyCollection={!free}
      allowsCustomValue={free} isInvalid={words.error !== undefined} onBlur={leave}
      onChange={(key) => { if (key !== null) { onChange(String(key)); setTyped(undefined) } }}
      {...given({ isDisabled: disabled, autoFocus, 'aria-label': words.hideLabel ? words.label : undefined })}
    >
      <FieldParts {...words}>
        <Group className="input"><Input spellCheck={false} onKeyDown={enter} {...given({ placeholder })} /><Button className="open"><ChevronDown size={13} /></Button></Group>
      </FieldParts>
      <Popover className="popover offers min-w-(--trigger-width)" offset={4}>
        <ListBox className="options" items={options} renderEmptyState={() => <div className="none">Nothing matches “{typed ?? ''}”.</div>}>{(option) => <OptionItem option={option} />}</ListBox>
      </Popover>
    </ComboBox>
  )
}
