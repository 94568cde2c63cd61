import './diff.css'
import { unifiedFiles } from './code/unified.ts'

const lineHeight = 20

/** A unified diff to read and copy, its files one below the other; those out of sight are not laid out. */
export function DiffView({ diff, label, className = '' }: { readonly diff: string; readonly label: string; readonly className?: string }) {
  return (
    <div className={`diffview ${className}`} role="region" aria-label={label} tabIndex={0}>
      {unifiedFiles(diff).map((lines, i) => (
        <pre key={i} style={{ containIntrinsicHeight: `auto ${lines.length * lineHeight}px` }}>
          {lines.map(({ kind, text }, at) => <span key={at} className={kind}>{text === '' ? ' ' : text}{'\n'}</span>)}
        </pre>
      ))}
    </div>
  )
}
