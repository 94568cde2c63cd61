import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { given } from '#lib/given.ts'
import type { Option } from './option.ts'

/** One of a few, all in sight. */
export function Segmented<T extends string>({ label, options, value, onChange }: { readonly label: string; readonly options: readonly Option<T>[]; readonly value: T; readonly onChange: (value: T) => void }) {
  const choose = (keys: ReadonlySet<unknown>) => {
    const chosen = options.find((option) => keys.has(option.id))
    if (chosen) onChange(chosen.id)
  }
  return (
    <ToggleButtonGroup className="seg" aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]} onSelectionChange={choose}>
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} {...given({ isDisabled: option.disabled })}>{option.icon && <option.icon size={13} />}{option.label}</ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
