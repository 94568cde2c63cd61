import { useEffect, useState } from 'react'
import { loadMonaco } from './code/load.ts'
import { colourOf } from './code/palette.ts'

interface Piece { readonly text: string; readonly colour: string }

const mostColoured = 100_000

/** Code to read and copy: real text with colours, cheap enough for hundreds on a page. */
export function CodeView({ code, language, label, className = '' }: { readonly code: string; readonly language: string; readonly label?: string; readonly className?: string }) {
  const [coloured, setColoured] = useState<{ readonly code: string; readonly pieces: readonly Piece[] }>()
  useEffect(() => {
    let gone = false
    if (code.length <= mostColoured) void piecesOf(code, language).then((pieces) => { if (!gone) setColoured({ code, pieces }) }, () => undefined)
    return () => { gone = true }
  }, [code, language])
  const pieces = coloured?.code === code ? coloured.pieces : [{ text: code, colour: '' }]
  return (
    <pre className={`code ${className}`} tabIndex={0} {...(label ? { 'aria-label': label, role: 'region' } : {})}>
      <code>{pieces.map(({ text, colour }, i) => (colour === '' ? text : <span key={i} style={{ color: colour }}>{text}</span>))}</code>
    </pre>
  )
}

async function piecesOf(code: string, language: string): Promise<Piece[]> {
  const { editor } = await loadMonaco()
  await editor.colorize('', language, {})
  const lines = code.split(/\r\n|\r|\n/)
  return editor.tokenize(code, language).flatMap((tokens, row) => {
    const line = lines[row] ?? ''
    const pieces = tokens.map(({ offset, type }, i) => ({ text: line.slice(offset, tokens[i + 1]?.offset ?? line.length), colour: colourOf(type) }))
    return row === lines.length - 1 ? pieces : [...pieces, { text: '\n', colour: '' }]
  })
}
