import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import type { KeyValue } from '../../domain/run.ts'

const most = 300

/** Keys with their values, to read and copy. */
export function KeyValues({ label, rows, none, onDrop }: { readonly label: string; readonly rows: readonly KeyValue[]; readonly none: string; /** Offers to take a key away. */ readonly onDrop?: (key: string) => void }) {
  if (rows.length === 0) return <p className="px-3 pb-3 pt-1 text-s text-ink-2">{none}</p>
  return (
    <table className="mt-2 w-full table-fixed text-s">
      <caption className="sr-only">{label}</caption>
      <colgroup><col className="w-2/5" /><col />{onDrop && <col className="w-10" />}</colgroup>
      <tbody>
        {rows.map(({ key, value }) => (
          <tr key={key} className="h-7 border-t border-line">
            <th scope="row" className="px-3 py-1 text-left align-top font-normal text-ink-2"><span className="clip block" title={key}>{key}</span></th>
            <td className="break-words px-3 py-1 align-top font-mono text-xs leading-5">{value === '' ? <span className="text-ink-3">empty</span> : <Folded name={key} text={value} />}</td>
            {onDrop && <td><Button variant="ghost" size="s" icon={X} label={`Take away ${key}`} onPress={() => onDrop(key)} /></td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A long value is folded until somebody wants all of it. */
function Folded({ name, text }: { readonly name: string; readonly text: string }) {
  const [open, setOpen] = useState(false)
  if (text.length <= most) return text
  return <>{open ? text : `${text.slice(0, most)}…`} <Button variant="ghost" size="s" onPress={() => setOpen(!open)}><span className="sr-only">{name}: </span>{open ? 'Show less' : `Show all ${text.length.toLocaleString('en-US')} characters`}</Button></>
}
