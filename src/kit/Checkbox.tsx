import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { given } from '#lib/given.ts'

export function Checkbox({ checked, onChange, children, label, some = false, disabled }: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children?: ReactNode
  /** Its name where it has no words beside it. */
  readonly label?: string
  /** Neither on nor off: some of what it stands for. */
  readonly some?: boolean
  readonly disabled?: boolean
}) {
  return (
    <AriaCheckbox className="check" isSelected={checked} isIndeterminate={some} onChange={onChange} {...given({ isDisabled: disabled, 'aria-label': label })}>
      <span className="box">{some ? <Minus size={11} strokeWidth={3} /> : <Check size={11} strokeWidth={3} />}</span>
      {children}
    </AriaCheckbox>
  )
}
