import { useState } from 'react'
import { CodeDiff } from '#kit/CodeDiff.tsx'
import { Select } from '#kit/Select.tsx'
import type { ComparedRun } from '../../domain/shown.ts'

/** What was not committed when two of the runs were started, side by side. */
export function DiffSection({ runs, base }: { readonly runs: readonly ComparedRun[]; readonly base: number }) {
  const [chosen, setChosen] = useState<string>()
  const others = runs.filter((_, i) => i !== base)
  const left = runs[base]
  const right = others.find(({ run }) => run.id === chosen) ?? others[0]
  if (!left || !right || runs.every(({ git }) => git.diff === null)) return null
  const alike = left.git.diff === right.git.diff
  return (
    <section className="card" aria-label="Uncommitted code">
      <h2>Uncommitted code <small>{alike ? 'the same in both' : `${left.run.name} at the left, ${right.run.name} at the right`}</small></h2>
      <div className="flex flex-col gap-2 px-3 pb-3 pt-2">
        {others.length > 1 && <div className="w-64"><Select label="Beside the baseline" options={others.map(({ run }) => ({ id: run.id, label: run.name }))} value={right.run.id} onChange={setChosen} /></div>}
        {!alike && <div className="h-[420px]"><CodeDiff left={left.git.diff ?? ''} right={right.git.diff ?? ''} language="plaintext" label={`Uncommitted code of ${left.run.name} and ${right.run.name}`} /></div>}
      </div>
    </section>
  )
}
