import { Columns2, EyeOff, Pin, Tag, Trash2, X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { shownColumns } from '../../domain/shown-column.ts'
import { countOf } from '../acts/useRunActs.ts'
import { wordOf } from '../table/GroupMenu.tsx'
import { useMeant } from '../table/useMeant.ts'
import { useValue } from '../useValue.ts'
import { useBench } from './bench.ts'
import { useBaseline } from './useBaseline.ts'

/** Under the table: how it is folded, or what can be done to the chosen runs together. */
export function TableFoot() {
  const bench = useBench()
  const selected = useValue(bench.linked.selected)
  return <div className="rn-foot">{selected.length > 0 ? <Chosen ids={selected} /> : <Words />}</div>
}

function Words() {
  const { state, runs } = useBench()
  const { name } = useBaseline(state, shownColumns(state.columns).filter(({ kind }) => kind === 'delta').map(({ of }) => of))
  const sizes = runs.groups.map(({ runs: ids }) => ids.length)
  const per = sizes.length > 0 && sizes.every((size) => size === sizes[0]) ? `${sizes[0]} ${sizes[0] === 1 ? 'run' : 'runs'} each` : undefined
  const parts = [
    state.group.length > 0 ? [`Grouped by ${state.group.map(wordOf).join(', ')}`, 'mean ± σ', per].filter(Boolean).join(' · ') : state.query.order[0] ? `Sorted by ${state.query.order.map(({ column, descending }) => `${wordOf(column)} ${descending ? '↓' : '↑'}`).join(', ')}` : 'Newest first',
    name === undefined ? undefined : `baseline ${name}`,
  ]
  return <p className="clip">{parts.filter((part) => part !== undefined).join(' · ')}</p>
}

function Chosen({ ids }: { readonly ids: readonly string[] }) {
  const { linked, ask } = useBench()
  const { acts, onPin, onHide, remove } = useMeant()
  return (
    <>
      <span role="status">{countOf(ids)} chosen</span>
      <Button variant="ghost" size="s" icon={Columns2} label="Compare them" disabled={ids.length < 2} onPress={() => acts.compare(ids)} />
      <Button variant="ghost" size="s" icon={Pin} label="Pin them to the top" onPress={() => onPin(ids, true)} />
      <Button variant="ghost" size="s" icon={EyeOff} label="Hide them from the cards" onPress={() => onHide(ids, true)} />
      <Button variant="ghost" size="s" icon={Tag} label="Tag them" onPress={() => ask({ dialog: 'tag', runs: ids })} />
      <Button variant="ghost" size="s" icon={Trash2} label="Delete them" onPress={() => remove(ids)} />
      <span className="sp" />
      <Button variant="ghost" size="s" icon={X} label="Choose none" onPress={() => linked.selected.set([])} />
    </>
  )
}
