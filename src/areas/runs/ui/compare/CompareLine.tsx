import { Trophy } from 'lucide-react'
import { given } from '#lib/given.ts'
import type { ComparedLine } from '../../domain/compared.ts'
import { figureText } from '../../domain/figures.ts'
import { deltaOf } from '../table/delta.ts'

/** What each run has under one key; numbers with their distance from the baseline, the best with a mark. */
export function CompareLine({ line: { key, values, same, best }, numeric, base }: { readonly line: ComparedLine; readonly numeric: boolean; readonly base: number }) {
  const held = values[base]
  return (
    <tr>
      <th scope="row" className="sticky left-0 z-10 max-w-[280px] border-b border-r border-line bg-surface px-3 py-1 text-left align-top font-normal"><span className="clip block" title={key}>{key}</span></th>
      {values.map((value, i) => (
        <td key={i} className={`max-w-[280px] break-words border-b border-r border-line px-3 py-1 align-top font-mono text-xs leading-5 ${!same && i !== base && value !== held && !numeric ? 'bg-accent-soft' : ''}`}>
          {value === undefined ? <span className="text-ink-3">–</span> : typeof value === 'number' ? figureText(value) : value.slice(0, 1000)}
          {best.includes(i) && <span className="ml-1 inline-flex align-middle text-good" title="best"><Trophy size={11} aria-hidden /><span className="sr-only">, best</span></span>}
          {numeric && i !== base && typeof value === 'number' && typeof held === 'number' && <Difference of={key} value={value} base={held} />}
        </td>
      ))}
    </tr>
  )
}

function Difference({ of, value, base }: { readonly of: string; readonly value: number; readonly base: number }) {
  const { text, verdict } = deltaOf(of, value, base)
  const colour = verdict === 'better' ? 'text-good' : verdict === 'worse' ? 'text-bad' : 'text-ink-2'
  const word = verdict === 'neither' ? undefined : verdict
  return <span className={`ml-2 whitespace-nowrap ${colour}`} {...given({ title: word })}>{verdict === 'same' ? '=' : text}{word && <span className="sr-only">, {word}</span>}</span>
}
