import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { given } from '#lib/given.ts'
import type { Icon } from './icon.ts'
import { Tooltip } from './Tooltip.tsx'

export interface ButtonProps {
  readonly variant?: 'plain' | 'ghost' | 'primary' | 'danger'
  readonly size?: 'm' | 's'
  readonly icon?: Icon
  /** What a button without words is called; shown as its tooltip. */
  readonly label?: string
  /** Shown in the tooltip, e.g. `Mod+S`. */
  readonly keyHint?: string
  readonly children?: ReactNode
  readonly onPress?: () => void
  readonly disabled?: boolean
  /** For toggles: whether it is pressed in. */
  readonly pressed?: boolean
  readonly submit?: boolean
  readonly autoFocus?: boolean
  readonly className?: string
}

const classes = { plain: 'btn', ghost: 'ghost', primary: 'btn go', danger: 'btn danger' } as const

export function Button(props: ButtonProps) {
  const { variant = 'plain', size = 'm', icon: Icon, label, keyHint, children, onPress, disabled, pressed, submit, autoFocus, className = '' } = props
  const shape = children === undefined ? 'icon' : ''
  const button = (
    <AriaButton
      className={`${classes[variant]} ${size} ${shape} ${className}`}
      type={submit ? 'submit' : 'button'}
      {...given({ onPress, isDisabled: disabled, 'aria-label': label, 'aria-pressed': pressed, autoFocus })}
    >
      {Icon && <Icon size={iconSize(size, variant)} />}
      {children}
    </AriaButton>
  )
  return label ? <Tooltip text={label} {...given({ keyHint })}>{button}</Tooltip> : button
}

function iconSize(size: 'm' | 's', variant: string): number {
  if (size === 's') return 13
  return variant === 'ghost' ? 15 : 14
}
