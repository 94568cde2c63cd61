import { createContext, useContext } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import ReactMarkdown, { defaultUrlTransform } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { linkKind } from './link-kind.ts'
import './markdown.css'

export interface MarkdownProps {
  readonly text: string
  /** A link that is no web address, as it is written. */
  readonly onLink?: (link: string) => void
  /** Where an image that is no web address can be fetched; images of the web are shown as links, so that reading a file tells nobody. */
  readonly imageAt?: (link: string) => string | undefined
}

const Ways = createContext<Pick<MarkdownProps, 'onLink' | 'imageAt'>>({})
const plugins = [remarkGfm]
const components = { a: Anchor, img: Picture, input: Tick } as const

/** Markdown as GitHub writes it. HTML in it stays text; web links open in a new tab without telling where from. */
export function Markdown({ text, ...ways }: MarkdownProps) {
  return (
    <Ways value={ways}>
      <article className="markdown"><ReactMarkdown remarkPlugins={plugins} urlTransform={defaultUrlTransform} components={components}>{text}</ReactMarkdown></article>
    </Ways>
  )
}

function Anchor({ href = '', children }: { readonly href?: string | undefined; readonly children?: ReactNode }) {
  const { onLink } = useContext(Ways)
  const kind = linkKind(href)
  if (kind === 'none') return <span>{children}</span>
  if (kind === 'web') return <a href={href} target="_blank" rel="noreferrer noopener">{children}</a>
  const follow = (event: MouseEvent) => {
    if (href.startsWith('#')) return
    event.preventDefault()
    onLink?.(href)
  }
  return <a href={href} onClick={follow}>{children}</a>
}

function Tick({ checked = false }: { readonly checked?: boolean | undefined }) {
  return <input type="checkbox" checked={checked} disabled aria-label={checked ? 'done' : 'to do'} />
}

function Picture({ src, alt = '' }: { readonly src?: string | Blob | undefined; readonly alt?: string | undefined }) {
  const { imageAt } = useContext(Ways)
  const link = typeof src === 'string' ? src : ''
  const address = imageAt?.(link)
  if (address !== undefined) return <img src={address} alt={alt} loading="lazy" />
  return /^https?:/i.test(link) ? <a href={link} target="_blank" rel="noopener noreferrer">{alt || link} (image on the web)</a> : <span>{alt || link}</span>
}
