import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'

/** The row at a panel's head; arrows move among its buttons. */
export function Toolbar({ label, slim = false, children }: { readonly label: string; readonly slim?: boolean; readonly children: ReactNode }) {
  return <AriaToolbar aria-label={label} className={`bar ${slim ? 'slim' : ''}`}>{children}</AriaToolbar>
}
