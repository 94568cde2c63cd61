import { useRef } from 'react'
import type { Completions } from './code/completion.ts'
import type { TextSchema } from './code/schema.ts'
import { useEditor } from './code/useEditor.ts'
import { ProblemNote } from './ProblemNote.tsx'

export interface Marker {
  /** Places in the text, in UTF-16 units; `to` is not part of it. */
  readonly from: number
  readonly to: number
  readonly message: string
  readonly kind?: 'error' | 'warning'
}

export interface CodeEditorProps {
  readonly value: string
  readonly onChange?: (value: string) => void
  readonly language: string
  readonly label: string
  readonly readOnly?: boolean
  /** One line of the height of a field; Enter calls `onEnter`. */
  readonly singleLine?: boolean
  readonly lineNumbers?: boolean
  readonly wrap?: boolean
  readonly placeholder?: string
  /** Takes the focus when it is ready, unless one writes in another field of its form by then. */
  readonly autoFocus?: boolean
  readonly onEnter?: () => void
  /** A function that stays the same between renders, or changes when its words change. */
  readonly completions?: Completions
  readonly markers?: readonly Marker[]
  /** Of a JSON text; stays the same between renders. */
  readonly schema?: TextSchema
  /** Where the caret is put, when it changes. */
  readonly at?: { readonly line: number; readonly column?: number }
}

/** Fills its parent, or stands as a field of one line. The text can be read while the editor is still being fetched. */
export function CodeEditor(props: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const { ready, failed } = useEditor(host, props)
  const { singleLine = false, value, label } = props
  return (
    <div className={singleLine ? 'relative h-7 w-full min-w-0 overflow-hidden rounded-2 border border-line-strong bg-surface focus-within:border-accent' : 'relative h-full min-h-0 w-full min-w-0 bg-surface'}>
      <div ref={host} className="absolute inset-0" />
      {!ready && <pre aria-label={label} className={`absolute inset-0 overflow-hidden font-mono text-s whitespace-pre ${singleLine ? 'px-2 py-1' : 'py-2 pl-14'}`}>{value.slice(0, 20_000)}</pre>}
      {failed !== undefined && <div className="absolute inset-x-0 top-0 p-3"><ProblemNote error="The code editor could not be loaded. Is the server still running? Reload the page to try again." /></div>}
    </div>
  )
}
