import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Icon } from './icon.ts'

export interface ChipProps {
  readonly kind?: 'neutral' | 'ok' | 'warn' | 'bad' | 'accent'
  readonly icon?: Icon
  readonly children: ReactNode
  readonly title?: string
  readonly onRemove?: () => void
  /** What is removed, for those who do not see the chip. */
  readonly removeLabel?: string
}

export function Chip({ kind = 'neutral', icon: Icon, children, title, onRemove, removeLabel = 'Remove' }: ChipProps) {
  return (
    <span className={`chip ${kind}`} title={title}>
      {Icon && <Icon size={11} />}
      <span className="clip">{children}</span>
      {onRemove && <Button aria-label={removeLabel} onPress={onRemove}><X size={11} /></Button>}
    </span>
  )
}
