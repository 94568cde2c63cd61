import './log/log.css'
import { AnsiText } from './log/AnsiText.tsx'

/** The last lines of a log, as evidence beside a sentence, seen from their end; nothing where there are none. */
export function LogExcerpt({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <pre key={lines.at(-1)} ref={toEnd} className="logexcerpt" tabIndex={0} role="region" aria-label="Last lines of the log">
      {lines.map((line, i) => <div key={i}><AnsiText text={line} /></div>)}
    </pre>
  )
}

function toEnd(box: HTMLElement | null): void {
  if (box) box.scrollTop = box.scrollHeight
}
