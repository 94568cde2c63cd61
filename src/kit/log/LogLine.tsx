import type { Style } from '#lib/ansi.ts'
import { AnsiText } from './AnsiText.tsx'

interface Props { readonly line: number; readonly told: { readonly text: string; readonly style: Style } | undefined; readonly sought: string; readonly at: boolean; readonly head: boolean }

/** One line with its number. */
export function LogLine({ line, told, sought, at, head }: Props) {
  return (
    <div className={`logline ${at ? 'at' : ''} ${head ? 'head' : ''}`} data-line={line}>
      <span className="logno" aria-hidden="true">{(line + 1).toLocaleString('en-US')}</span>
      <span className="logtext">{told ? <AnsiText {...told} sought={sought} /> : <span className="text-ink-3">…</span>}</span>
    </div>
  )
}
