import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { given } from '#lib/given.ts'

export function Switch({ on, onChange, children, label, disabled }: { readonly on: boolean; readonly onChange: (on: boolean) => void; readonly children?: ReactNode; readonly label?: string; readonly disabled?: boolean }) {
  return (
    <AriaSwitch className="switch" isSelected={on} onChange={onChange} {...given({ isDisabled: disabled, 'aria-label': label })}>
      <span className="track"><i /></span>
      {children}
    </AriaSwitch>
  )
}
