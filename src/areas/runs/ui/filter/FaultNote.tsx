import { CircleAlert } from 'lucide-react'
import type { Fault } from '../../domain/filter/condition.ts'

/** What cannot be read in a filter, with its place marked in the text. */
export function FaultNote({ text, fault, problem }: { readonly text: string; readonly fault: Fault | undefined; readonly problem: string | undefined }) {
  return (
    <div role="alert" className="popover rn-fault">
      {fault && <code>{text.slice(Math.max(0, fault.from - 24), fault.from)}<mark>{text.slice(fault.from, fault.to) || '▯'}</mark>{text.slice(fault.to, fault.to + 24)}</code>}
      <p><CircleAlert size={13} aria-hidden />{fault?.message ?? problem}</p>
    </div>
  )
}
