import type { ReactElement, ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { given } from '#lib/given.ts'

/** A small form beside the button that opens it; `button` is that button. Made anew each time it opens. */
export function Flyout({ label, button, placement = 'bottom end', width = 300, open, onOpen, children }: { readonly label: string; readonly button: ReactElement; readonly placement?: 'bottom start' | 'bottom end'; readonly width?: number; /** Whether it stands open, where the caller says so. */ readonly open?: boolean; readonly onOpen?: (open: boolean) => void; readonly children: ReactNode | ((close: () => void) => ReactNode) }) {
  return (
    <DialogTrigger {...given({ isOpen: open, onOpenChange: onOpen })}>
      {button}
      <Popover className="popover pad" placement={placement} offset={4}>
        <Dialog aria-label={label} className="flex flex-col gap-2 outline-none" style={{ width }}>{({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}</Dialog>
      </Popover>
    </DialogTrigger>
  )
}
