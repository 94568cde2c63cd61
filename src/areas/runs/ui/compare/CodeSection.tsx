import { useState } from 'react'
import { Select } from '#kit/Select.tsx'
import type { ComparedRun } from '../../domain/shown.ts'
import { CommitDiff } from './CommitDiff.tsx'
import { UncommittedDiff } from './UncommittedDiff.tsx'

/** How the code of a run differs from the baseline's: what was committed between them, and what was not. */
export function CodeSection({ runs, base }: { readonly runs: readonly ComparedRun[]; readonly base: number }) {
  const [chosen, setChosen] = useState<string>()
  const others = runs.filter((_, i) => i !== base)
  const left = runs[base]
  const right = others.find(({ run }) => run.id === chosen) ?? others[0]
  if (!left || !right || runs.every(({ git }) => git.diff === null && git.commit === null)) return null
  return (
    <section className="card" aria-label="Code">
      <h2>Code <small>of {right.run.name} against {left.run.name}</small></h2>
      <div className="flex flex-col gap-2 px-3 pb-3 pt-2">
        {others.length > 1 && <div className="w-64"><Select label="Beside the baseline" options={others.map(({ run }) => ({ id: run.id, label: run.name }))} value={right.run.id} onChange={setChosen} /></div>}
        <h3 className="text-s font-semibold">Between their commits</h3>
        <CommitDiff left={left.git.commit} right={right.git.commit} />
        <h3 className="text-s font-semibold">Not committed when they ran</h3>
        <UncommittedDiff left={left} right={right} />
      </div>
    </section>
  )
}
