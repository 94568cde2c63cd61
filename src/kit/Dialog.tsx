import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './Button.tsx'

export interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode
  readonly onClose: () => void
  readonly width?: number
  readonly alert?: boolean
}

/** Open while it is mounted; Esc, the cross and a press beside it close. */
export function Dialog({ title, children, actions, onClose, width = 440, alert = false }: DialogProps) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable={!alert} onOpenChange={(open) => { if (!open) onClose() }}>
      <Modal className="dialog" style={{ width }}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title" className="ttl clip">{title}</Heading>
            <span className="sp" />
            <Button variant="ghost" icon={X} label="Close" onPress={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
          {actions && <div className="dialog-foot">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
