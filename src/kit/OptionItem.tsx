import { ListBoxItem } from 'react-aria-components/ListBox'
import { given } from '#lib/given.ts'
import type { Option } from './option.ts'

export function OptionItem({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} {...given({ isDisabled: option.disabled })}>
      {option.icon && <option.icon size={14} />}
      <span className="clip">{option.label}</span>
      {option.note && <span className="note">{option.note}</span>}
    </ListBoxItem>
  )
}
