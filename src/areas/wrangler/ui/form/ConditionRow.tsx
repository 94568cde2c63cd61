import { useState } from 'react'
import { X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Combo } from '#kit/Combo.tsx'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { familyOf } from '../../domain/columns.ts'
import type { Column } from '../../domain/columns.ts'
import { columnOf, conditionOf, testOf, testsFor, testWords, typedValue, valuesOf } from '../../domain/conditions.ts'
import type { Predicate } from '../../domain/predicate.ts'
import { columnOption } from './field-props.ts'

/** Column, test and values of one condition. */
export function ConditionRow({ condition, columns, label, onChange, onRemove, autoFocus = false }: { readonly condition: Predicate; readonly columns: readonly Column[]; readonly label: string; readonly onChange: (next: Predicate) => void; readonly onRemove?: () => void; readonly autoFocus?: boolean }) {
  const id = columnOf(condition)
  const column = columns.find((one) => one.id === id)
  const test = testOf(condition) ?? '='
  const choose = (next: string | undefined) => {
    const chosen = columns.find((one) => one.id === next)
    if (!chosen) return
    const fitting = testsFor(chosen)
    onChange(conditionOf(chosen, fitting.includes(test) ? test : (fitting[0] ?? 'missing'), familyOf(chosen.type) === familyOf(column?.type ?? '') ? condition : undefined))
  }
  return (
    <div className="wr-cond" role="group" aria-label={label}>
      <div className="flex gap-1 items-center">
        <div className="flex-1 min-w-0"><Combo label="Column" hideLabel options={columns.map(columnOption)} value={id} onChange={choose} {...(column ? {} : { error: 'This column is not there any more.' })} /></div>
        {onRemove && <Button variant="ghost" size="s" icon={X} label="Remove condition" onPress={onRemove} />}
      </div>
      {column && (
        <div className="flex gap-1 items-start">
          <div className="w-28 flex-none"><Select label="Test" hideLabel options={testsFor(column).map((one) => ({ id: one, label: testWords(one) }))} value={test} onChange={(next) => onChange(conditionOf(column, next, condition))} /></div>
          <div className="flex-1 min-w-0 flex gap-1"><Values condition={condition} column={column} onChange={onChange} autoFocus={autoFocus} /></div>
        </div>
      )}
      {condition.kind === 'text' && <Checkbox checked={condition.ignoreCase ?? false} onChange={(ignoreCase) => onChange({ ...condition, ignoreCase })}><span className="text-xs">Upper and lower case alike</span></Checkbox>}
    </div>
  )
}

const hints: Readonly<Record<string, string>> = { date: 'YYYY-MM-DD', timestamp: 'YYYY-MM-DD HH:MM:SS', time: 'HH:MM:SS' }

function Values({ condition, column, onChange, autoFocus }: { readonly autoFocus: boolean; readonly condition: Predicate; readonly column: Column; readonly onChange: (next: Predicate) => void }) {
  const family = familyOf(column.type)
  const [first = '', second = ''] = valuesOf(condition)
  const hint = hints[family] ?? 'value'
  switch (condition.kind) {
    case 'compare': return family === 'boolean'
      ? <Select label="Value" hideLabel options={[{ id: 'true', label: 'true' }, { id: 'false', label: 'false' }]} value={first === 'true' ? 'true' : 'false'} onChange={(text) => onChange({ ...condition, value: text === 'true' })} />
      : <Typed label="Value" autoFocus={autoFocus} text={first} hint={hint} onType={(text) => onChange({ ...condition, value: typedValue(column, text) })} />
    case 'text': return <Typed label="Text" text={first} hint={condition.is === 'matches' ? '^[A-Z]{3}$' : 'text'} onType={(text) => onChange({ ...condition, value: text })} />
    case 'between': return (
      <>
        <Typed label="From" text={first} hint="from" onType={(text) => onChange({ ...condition, from: plain(typedValue(column, text)) })} />
        <Typed label="To" text={second} hint="to" onType={(text) => onChange({ ...condition, to: plain(typedValue(column, text)) })} />
      </>
    )
    case 'in': return <div className="flex-1"><TextArea label="Values, one a line" hideLabel rows={3} mono value={condition.values.map(String).join('\n')} onChange={(text) => onChange({ ...condition, values: text === '' ? [] : text.split('\n').map((line) => typedValue(column, line)) })} placeholder="one a line" /></div>
    default: return null
  }
}

/** Keeps what is typed as it is typed (`1.`, `-`), whatever it means so far. */
function Typed({ label, text, hint, onType, autoFocus = false }: { readonly autoFocus?: boolean; readonly label: string; readonly text: string; readonly hint: string; readonly onType: (text: string) => void }) {
  const [typed, setTyped] = useState<string>()
  return <input className="input" aria-label={label} placeholder={hint} autoFocus={autoFocus} value={typed ?? text} spellCheck={false} onChange={(event) => { setTyped(event.target.value); onType(event.target.value) }} onBlur={() => setTyped(undefined)} />
}

function plain(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? String(value) : value
}
