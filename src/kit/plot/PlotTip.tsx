import './charts.css'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** Words beside the pointer, over everything, on the side where there is room. */
export function PlotTip({ x, y, children }: { readonly x: number; readonly y: number; readonly children: ReactNode }) {
  const across = x > window.innerWidth / 2 ? { right: window.innerWidth - x + 14 } : { left: x + 14 }
  const down = y > window.innerHeight / 2 ? { bottom: window.innerHeight - y + 10 } : { top: y + 10 }
  return createPortal(<div className="plottip" aria-hidden="true" style={{ ...across, ...down }}>{children}</div>, document.body)
}
