import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { given } from '#lib/given.ts'
import type { FieldWords } from './Field.tsx'
import { FieldParts } from './Field.tsx'
import type { Option } from './option.ts'
import { OptionItem } from './OptionItem.tsx'

export interface SelectProps<T extends string> extends FieldWords {
  readonly options: readonly Option<T>[]
  readonly value: T | undefined
  readonly onChange: (value: T) => void
  readonly placeholder?: string
  readonly disabled?: boolean
}

export function Select<T extends string>({ options, value, onChange, placeholder = 'Choose…', disabled, ...words }: SelectProps<T>) {
  const choose = (key: unknown) => {
    const chosen = options.find((option) => option.id === key)
    if (chosen) onChange(chosen.id)
  }
  return (
    <AriaSelect className="field" value={value ?? null} onChange={choose} placeholder={placeholder} isInvalid={words.error !== undefined} {...given({ isDisabled: disabled, 'aria-label': words.hideLabel ? words.label : undefined })}>
      <FieldParts {...words}>
        <Button className="input"><SelectValue className="clip">{({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}</SelectValue><ChevronDown size={13} className="ml-auto text-ink-3" /></Button>
      </FieldParts>
      <Popover className="popover min-w-(--trigger-width)" offset={4}>
        <ListBox className="options">{options.map((option) => <OptionItem key={option.id} option={option} />)}</ListBox>
      </Popover>
    </AriaSelect>
  )
}
