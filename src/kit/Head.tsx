import type { ReactNode } from 'react'

/** The head line of a side panel or of a part of one, its small buttons at the right. */
export function Head({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return <div className="hd"><h2 className="clip font-[inherit]">{title}</h2><span className="sp" />{children}</div>
}
