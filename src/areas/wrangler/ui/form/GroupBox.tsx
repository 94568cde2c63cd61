import { Plus, X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import type { Column } from '../../domain/columns.ts'
import { conditionOf, testOf } from '../../domain/conditions.ts'
import type { Predicate } from '../../domain/predicate.ts'
import { ConditionRow } from './ConditionRow.tsx'

type Group = Extract<Predicate, { kind: 'all' | 'any' }>
const joins = [{ id: 'all', label: 'All of' }, { id: 'any', label: 'Any of' }] as const

export function GroupBox({ group, columns, label, onChange, onRemove }: { readonly group: Group; readonly columns: readonly Column[]; readonly label: string; readonly onChange: (group: Predicate) => void; readonly onRemove?: () => void }) {
  const [first] = columns
  const put = (at: number, next: Predicate | undefined) => onChange({ ...group, of: next ? group.of.map((one, i) => (i === at ? next : one)) : group.of.filter((_, i) => i !== at) })
  const add = () => { if (first) onChange({ ...group, of: [...group.of, conditionOf(first, 'present')] }) }
  return (
    <div className="wr-group" role="group" aria-label={label}>
      <div className="flex items-center gap-1">
        <Segmented label="How the conditions join" options={joins} value={group.kind} onChange={(kind) => onChange({ ...group, kind })} />
        <span className="sp" />
        {onRemove && <Button variant="ghost" size="s" icon={X} label="Remove group" onPress={onRemove} />}
      </div>
      {group.of.map((one, i) => <Member key={i} one={one} columns={columns} label={`Condition ${i + 1}`} onChange={(next) => put(i, next)} />)}
      <div className="flex gap-1">
        <Button size="s" icon={Plus} onPress={add} disabled={!first}>Condition</Button>
        <Button size="s" variant="ghost" icon={Plus} onPress={() => onChange({ ...group, of: [...group.of, { kind: group.kind === 'all' ? 'any' : 'all', of: [] }] })}>Group</Button>
      </div>
    </div>
  )
}

function Member({ one, columns, label, onChange }: { readonly one: Predicate; readonly columns: readonly Column[]; readonly label: string; readonly onChange: (next: Predicate | undefined) => void }) {
  const remove = () => onChange(undefined)
  const turned = one.kind === 'not' && testOf(one) === undefined
  const inner = turned ? one.of : one
  const put = (next: Predicate) => onChange(turned ? { kind: 'not', of: next } : next)
  return (
    <div className="wr-member">
      {inner.kind === 'all' || inner.kind === 'any'
        ? <GroupBox group={inner} columns={columns} label={label} onChange={put} onRemove={remove} />
        : <ConditionRow condition={inner} columns={columns} label={label} onChange={put} onRemove={remove} />}
      {(turned || inner.kind === 'all' || inner.kind === 'any') && <Checkbox checked={turned} onChange={(not) => onChange(not ? { kind: 'not', of: inner } : inner)}><span className="text-xs">Not</span></Checkbox>}
    </div>
  )
}
