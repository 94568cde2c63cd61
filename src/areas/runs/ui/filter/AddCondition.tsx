import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Combo } from '#kit/Combo.tsx'
import { Flyout } from '#kit/Flyout.tsx'
import { Select } from '#kit/Select.tsx'
import { familyWords } from '../../domain/shown-column.ts'
import { useBench } from '../view/bench.ts'
import { conditionText, operatorsOf } from './operators.ts'
import type { Operator } from './operators.ts'
import { withTerm } from './term.ts'

/** A condition clicked together: column, how, value. */
export function AddCondition() {
  return <Flyout label="Add a condition" placement="bottom start" button={<Button variant="ghost" size="s" icon={Plus} label="Add a condition" />}>{(close) => <ConditionForm onDone={close} />}</Flyout>
}

function ConditionForm({ onDone }: { readonly onDone: () => void }) {
  const { state: { query: { filter } }, change, keys } = useBench()
  const [column, setColumn] = useState<string>()
  const [chosen, setOperator] = useState<Operator>()
  const [value, setValue] = useState<string>()
  const key = keys.find(({ family, key: name }) => `${family}.${name}` === column)
  const operators = operatorsOf(key)
  const operator = operators.find(({ id }) => id === chosen) ?? operators[0]
  const term = column !== undefined && operator ? conditionText({ column, operator: operator.id, value, numeric: key?.numeric ?? false }) : undefined
  const add = () => {
    if (term === undefined) return
    change({ filter: withTerm(filter, term) })
    onDone()
  }
  return (
    <>
      <Combo label="Column" options={keys.map(({ family, key: name }) => ({ id: `${family}.${name}`, label: name, note: familyWords[family].one }))} value={column} onChange={setColumn} placeholder="Metric, param, tag…" />
      <Select label="How" options={operators} value={operator?.id} onChange={setOperator} />
      {operator?.takesValue !== false && <Combo key={column} label="Value" free options={(key?.values ?? []).map((one) => ({ id: one, label: one }))} value={value} onChange={setValue} />}
      {term !== undefined && <code className="rn-term">{term}</code>}
      <div className="flex justify-end gap-2"><Button size="s" onPress={onDone}>Cancel</Button><Button size="s" variant="primary" disabled={term === undefined} onPress={add}>Add</Button></div>
    </>
  )
}
