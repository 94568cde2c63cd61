import { Group, X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Combo } from '#kit/Combo.tsx'
import { Flyout } from '#kit/Flyout.tsx'
import { Switch } from '#kit/Switch.tsx'
import { familyWords, headOf, shownColumn } from '../../domain/shown-column.ts'
import { seedGrouping } from '../../domain/guess.ts'
import { useBench } from '../view/bench.ts'

/** How the table is folded: by the values of columns, over seeds, and children under their parents. */
export function GroupMenu() {
  const { state: { group }, flyout, setFlyout } = useBench()
  return <Flyout label="Group" open={flyout === 'group'} onOpen={(open) => setFlyout(open ? 'group' : undefined)} button={<Button variant="ghost" icon={Group} label={group.length > 0 ? `Grouped by ${group.map(wordOf).join(', ')}` : 'Group the runs'} keyHint="Alt+G" pressed={group.length > 0} />}>{(close) => <Grouping onDone={close} />}</Flyout>
}

function Grouping({ onDone }: { readonly onDone: () => void }) {
  const { state: { group, nest }, change, keys, setOpen } = useBench()
  const seeds = seedGrouping(keys)
  const options = keys.filter(({ family }) => family !== 'metrics').map(({ family, key, values }) => ({ id: `${family}.${key}`, label: key, note: `${familyWords[family].one} · ${values.length >= 20 ? '20+' : values.length}` })).filter(({ id }) => !group.includes(id))
  const take = (columns: readonly string[]) => {
    setOpen([])
    change({ group: [...columns] })
  }
  return (
    <>
      {seeds && <>
          <Button onPress={() => { take(seeds); onDone() }} icon={Group}>Fold seeds together</Button>
          <p className="text-xs text-ink-2">By {seeds.map(wordOf).join(', ')}: runs that differ in nothing but their seed.</p>
        </>}
      {group.map((column) => (
        <div key={column} className="rn-choice"><span className="clip">{wordOf(column)}</span><Button variant="ghost" size="s" icon={X} label={`Do not group by ${wordOf(column)}`} onPress={() => take(group.filter((one) => one !== column))} /></div>
      ))}
      {group.length < 8 && <Combo key={group.length} label={group.length === 0 ? 'Group by' : 'and by'} options={options} value={undefined} onChange={(column) => { if (column !== undefined) take([...group, column]) }} placeholder="Param, tag, data set, git…" />}
      <Switch on={nest} onChange={(on) => change({ nest: on })}>Children stand under their parents</Switch>
      {group.length > 0 && <Button size="s" variant="ghost" onPress={() => { take([]); onDone() }}>Do not group</Button>}
    </>
  )
}

export function wordOf(column: string): string {
  const shown = shownColumn(column)
  return shown ? headOf(shown) : column
}
