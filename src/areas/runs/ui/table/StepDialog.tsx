import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { NumberField } from '#kit/NumberField.tsx'
import { columnOf, columnText } from '../../domain/column.ts'
import { useBench } from '../view/bench.ts'

/** Asks for the step whose value a metric's column shows. */
export function StepDialog({ column, onClose }: { readonly column: string; readonly onClose: () => void }) {
  const { state: { columns }, change } = useBench()
  const now = columnOf(column)
  const [step, setStep] = useState<number | undefined>(now?.step ?? 0)
  const take = () => {
    onClose()
    if (now && step !== undefined) change({ columns: columns.map((one) => (one === column ? columnText({ family: 'metrics', key: now.key, summary: 'atStep', step: Math.round(step) }) : one)) })
  }
  return (
    <Dialog title={`${now?.key ?? ''} at a step`} width={340} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={step === undefined} onPress={take}>Show it</Button></>}>
      <NumberField label="Step" value={step} onChange={setStep} step={1} autoFocus hint="A run without a point at this step shows nothing." />
    </Dialog>
  )
}
