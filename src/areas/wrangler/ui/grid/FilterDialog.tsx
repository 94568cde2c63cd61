import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { conditionOf, testsFor } from '../../domain/conditions.ts'
import type { Predicate } from '../../domain/predicate.ts'
import { ConditionRow } from '../form/ConditionRow.tsx'
import { useBench } from '../session/bench.ts'

/** One more filter of the view; a tree of conditions is the step Filter. */
export function FilterDialog({ column, onClose }: { readonly column: string | undefined; readonly onClose: () => void }) {
  const { columns, view, setView, startDraft } = useBench()
  const first = columns.find(({ id }) => id === column) ?? columns[0]
  const [condition, setCondition] = useState<Predicate | undefined>(first && conditionOf(first, testsFor(first)[0] ?? 'missing'))
  if (!condition) return null
  const apply = () => {
    onClose()
    setView({ ...view, filter: [...view.filter, condition] })
  }
  const asStep = () => {
    onClose()
    setView({ ...view, filter: [] })
    startDraft('filter', { predicate: { kind: 'all', of: [...view.filter, condition] } })
  }
  return (
    <Dialog title="Filter rows" onClose={onClose} width={460} actions={<><Button onPress={asStep}>Write as a step…</Button><Button variant="primary" onPress={apply}>Filter</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); apply() }}>
        <ConditionRow condition={condition} columns={columns} label="Condition" autoFocus onChange={setCondition} />
        <button type="submit" hidden />
      </form>
      <p className="text-xs text-ink-2">A filter changes what you look at, not the data. “Keep as step” makes it part of the recipe.</p>
    </Dialog>
  )
}
