import { Flag, X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { classColour } from '#kit/plot/palette.ts'
import type { ComparedPart } from '../../domain/compared.ts'
import type { ComparedRun } from '../../domain/shown.ts'
import { LineBlock } from './LineBlock.tsx'

interface Props {
  readonly runs: readonly ComparedRun[]
  readonly parts: readonly ComparedPart[]
  readonly all: boolean
  readonly base: number
  readonly onBase: (run: string) => void
  readonly onDrop: (run: string) => void
}

const blockLines = 16

/** One column a run under its name; parts of the comparison as groups of rows. */
export function CompareTable({ runs, parts, all, base, onBase, onDrop }: Props) {
  const desk = useDesk()
  return (
    <table className="border-separate border-spacing-0 text-s">
      <caption className="sr-only">Runs side by side</caption>
      <thead>
        <tr>
          <th scope="col" className="sticky left-0 top-0 z-20 min-w-[220px] border-b border-r border-line-strong bg-paper px-3 text-left text-xs text-ink-2">{all ? 'Everything' : 'What differs'}</th>
          {runs.map(({ run, experimentName }, i) => (
            <th key={run.id} scope="col" className="sticky top-0 z-10 min-w-[190px] max-w-[280px] border-b border-r border-line-strong bg-paper px-3 py-1 text-left font-normal">
              <div className="flex items-center gap-1">
                <span aria-hidden className="h-2 w-2 flex-none rounded-[2px]" style={{ background: classColour(run.ordinal % 7) }} />
                <Button variant="ghost" size="s" onPress={() => desk.open('run', { run: run.id })}>{run.name}</Button>
                <span className="sp" />
                <Button variant="ghost" size="s" icon={Flag} pressed={i === base} label={i === base ? `${run.name} is the baseline` : `Hold the others against ${run.name}`} onPress={() => onBase(run.id)} />
                {runs.length > 2 && <Button variant="ghost" size="s" icon={X} label={`Leave out ${run.name}`} onPress={() => onDrop(run.id)} />}
              </div>
              <p className="clip px-2 text-xs text-ink-2">{i === base ? 'baseline · ' : ''}{run.status.toLowerCase()} · {experimentName}</p>
            </th>
          ))}
        </tr>
      </thead>
      {parts.map((part) => <Part key={part.title} part={part} runs={runs} all={all} base={base} />)}
    </table>
  )
}

function Part({ part: { title, lines, numeric }, runs, all, base }: Pick<Props, 'runs' | 'all' | 'base'> & { readonly part: ComparedPart }) {
  const differing = lines.filter(({ same }) => !same)
  const shown = all ? lines : differing
  const blocks = Array.from({ length: Math.ceil(shown.length / blockLines) }, (_, i) => shown.slice(i * blockLines, (i + 1) * blockLines))
  return (
    <>
      <tbody>
        <tr><th scope="rowgroup" colSpan={runs.length + 1} className="border-b border-line bg-sunken px-3 py-1.5 text-left"><span className="sticky left-3 font-semibold">{title} <small className="font-normal text-ink-2">{differing.length === 0 ? `${lines.length} alike` : `${differing.length} of ${lines.length} differ`}</small></span></th></tr>
      </tbody>
      {blocks.map((block, i) => <LineBlock key={i} lines={block} numeric={numeric} base={base} width={runs.length + 1} />)}
    </>
  )
}
