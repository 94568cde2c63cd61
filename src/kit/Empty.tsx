import type { ReactNode } from 'react'
import type { Icon } from './icon.ts'

/** What this is, and one button to begin. */
export function Empty({ icon: Icon, title, text, action }: { readonly icon: Icon; readonly title: string; readonly text: string; readonly action?: ReactNode }) {
  return (
    <div className="empty">
      <Icon size={28} />
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  )
}
