import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { NumberField } from '#kit/NumberField.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { acceptable } from '../domain/verification.ts'
import type { Verification } from '../domain/verification.ts'

interface RefusedProps { readonly told: string; readonly checked: Verification | null; readonly busy: boolean; readonly onAccept: (accept: number) => void }

/** Why there is no file, and where only the difference stands in the way, a way to accept it by its figure. */
export function OnnxRefused({ told, checked, busy, onAccept }: RefusedProps) {
  const delta = checked?.delta ?? undefined
  const [accept, setAccept] = useState<number>()
  const figure = accept ?? (delta === undefined ? undefined : acceptable(delta))
  return (
    <>
      <ProblemNote error={told} />
      {delta !== undefined && (
        <div className="flex items-end gap-2">
          <NumberField label="Accept a difference up to" value={figure} min={0} onChange={setAccept} />
          <Button disabled={busy || figure === undefined || figure < delta} onPress={() => { if (figure !== undefined) onAccept(figure) }}>Accept it and convert</Button>
        </div>
      )}
    </>
  )
}
