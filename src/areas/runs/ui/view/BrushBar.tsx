import { X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { figureText } from '../../domain/figures.ts'
import type { Brush } from '../../domain/query.ts'
import { wordOf } from '../table/GroupMenu.tsx'
import { useBench } from './bench.ts'

/** What is brushed on the cards, each brush to be taken away; hidden runs and deleted ones are told here too. */
export function BrushBar() {
  const { state: { query, hidden }, change } = useBench()
  if (query.brushes.length === 0 && hidden.length === 0 && query.stage === 'active') return null
  return (
    <div className="bar slim rn-brushes" role="group" aria-label="Brushes">
      {query.brushes.map((brush) => (
        <Chip key={brush.column} kind="accent" removeLabel={`Remove the brush of ${wordOf(brush.column)}`} onRemove={() => change({ brushes: query.brushes.filter((one) => one.column !== brush.column) })}>{brushWords(brush)}</Chip>
      ))}
      {query.stage !== 'active' && <Chip onRemove={() => change({ stage: 'active' })} removeLabel="Show the active runs">{query.stage === 'deleted' ? 'deleted runs' : 'deleted runs too'}</Chip>}
      {hidden.length > 0 && <Chip onRemove={() => change({ hidden: [] })} removeLabel="Show the hidden runs on the cards">{hidden.length} hidden from the cards</Chip>}
      <span className="sp" />
      <Button variant="ghost" size="s" icon={X} onPress={() => change({ brushes: [], hidden: [], stage: 'active' })}>Clear</Button>
    </div>
  )
}

function brushWords({ column, from, to, values = [], missing }: Brush): string {
  const parts = [...rangeWords(from, to), ...values.slice(0, 4), ...(values.length > 4 ? [`${values.length - 4} more`] : []), ...(missing ? ['missing'] : [])]
  return `${wordOf(column)} ${parts.join(', ')}`
}

function rangeWords(from: number | undefined, to: number | undefined): readonly string[] {
  if (from === undefined) return to === undefined ? [] : [`≤ ${figureText(to)}`]
  if (to === undefined) return [`≥ ${figureText(from)}`]
  return [from === to ? figureText(from) : `${figureText(from)} – ${figureText(to)}`]
}
