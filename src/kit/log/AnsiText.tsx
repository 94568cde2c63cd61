import './log.css'
import type { CSSProperties } from 'react'
import { plain, spansIn } from '#lib/ansi.ts'
import type { Style } from '#lib/ansi.ts'

/** A line in the colours that it was printed in; what is searched is marked where it stands in one colour. */
export function AnsiText({ text, style = plain, sought = '' }: { readonly text: string; readonly style?: Style; readonly sought?: string }) {
  return spansIn(text, style).map((span, i) => <span key={i} {...looksOf(span.style)}>{marked(span.text, sought)}</span>)
}

const classes = { bold: 'lb', dim: 'ld', italic: 'li', underline: 'lu', inverse: 'inv' } as const
const kinds = ['bold', 'dim', 'italic', 'underline', 'inverse'] as const

function looksOf(style: Style): { className: string; style: CSSProperties } {
  const [ink, ground] = style.inverse ? [style.bg, style.fg] : [style.fg, style.bg]
  const names = [...kinds.flatMap((kind) => (style[kind] ? [classes[kind]] : [])), ...(typeof ink === 'number' ? [`f${ink}`] : []), ...(typeof ground === 'number' ? [`b${ground}`] : [])]
  return { className: names.join(' '), style: { ...(isHex(ink) ? { color: ink } : {}), ...(isHex(ground) ? { background: ground } : {}) } }
}

function isHex(colour: number | string | undefined): colour is string {
  return typeof colour === 'string' && colour.startsWith('#')
}

function marked(text: string, sought: string) {
  if (sought === '') return text
  const [lower, wanted] = [text.toLowerCase(), sought.toLowerCase()]
  const parts = []
  let from = 0
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + sought.length)}</mark>)
    from = at + sought.length
  }
  return [...parts, text.slice(from)]
}
