import './log.css'
import type { CSSProperties } from 'react'
import { plain, spansIn } from '#lib/ansi.ts'
import type { Style } from '#lib/ansi.ts'

/** A line in the colours that it was printed in; what is searched is marked where it stands in one colour. */
export function AnsiText({ text, style = plain, sought = '' }: { readonly text: string; readonly style?: Style; readonly sought?: string }) {
  return spansIn(text, style).map((span, i) => <span key={i} {...looksOf(span.style)}>{marked(span.text, sought)}</span>)
}

type Colours = CSSProperties & Partial<Record<'--log-ink' | '--log-ground', string>>

const classes = { bold: 'lb', dim: 'ld', italic: 'li', underline: 'lu' } as const
const kinds = ['bold', 'dim', 'italic', 'underline'] as const

/** A terminal’s own ink and ground are turned as one; a colour of its own goes with them. */
function looksOf(style: Style): { readonly className: string; readonly style: Colours } {
  const [ink, ground] = style.inverse ? [style.fg === undefined ? undefined : style.bg, style.fg] : [style.fg, style.bg]
  const names = [...kinds.flatMap((kind) => (style[kind] ? [classes[kind]] : [])), colourClass('f', ink), style.inverse && ground === undefined ? 'inv' : colourClass('b', ground)]
  return { className: names.filter(Boolean).join(' '), style: { ...(isHex(ink) ? { '--log-ink': ink } : {}), ...(isHex(ground) ? { '--log-ground': ground } : {}) } }
}

function colourClass(letter: 'f' | 'b', colour: number | string | undefined): string {
  if (colour === undefined) return ''
  return isHex(colour) ? `${letter}x` : `${letter}${colour}`
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
