import type { ReactNode } from 'react'
import type { Icon } from '#kit/icon.ts'

/** One line of a home card; a link, so that it can also be opened in another window. */
export function HomeRow({ icon: Icon, href, title, note, children }: { readonly icon: Icon; readonly href: string; readonly title: string; readonly note?: string; readonly children?: ReactNode }) {
  return (
    <a className="home-row" href={href}>
      <Icon size={15} />
      <span className="clip">{title}</span>
      {children}
      {note && <small className="note">{note}</small>}
    </a>
  )
}
