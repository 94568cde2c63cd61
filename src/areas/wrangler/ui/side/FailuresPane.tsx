import { useQuery } from '@tanstack/react-query'
import { plainText } from '#kit/grid/format.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Select } from '#kit/Select.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { wrangler } from '../../contract.ts'
import { catalogue } from '../../domain/catalogue.ts'
import { essence, withDraft } from '../../domain/draft.ts'
import { countWords } from '../../domain/words.ts'
import { askingFigures } from '../session/asking-figures.ts'
import type { Recipe } from '../../domain/recipe.ts'
import { useBench } from '../session/bench.ts'

/** The values that a step could not convert, or the rows that break its rule. */
export function FailuresPane({ step, onStep }: { readonly step: string | undefined; readonly onStep: (id: string) => void }) {
  const { recipe, preview, at, columns } = useBench()
  const planned = preview ? withDraft(recipe, preview) : recipe
  const steps = planned.steps.filter(({ enabled, op }) => enabled && canFail(op))
  const chosen = steps.find(({ id }) => id === (step ?? preview?.step.id ?? at)) ?? steps.at(-1)
  if (!chosen) return <p className="wr-hint">No step of this recipe converts values or checks a rule. Steps that do list here every value that failed.</p>
  const options = steps.map((one) => ({ id: one.id, label: `${planned.steps.indexOf(one) + 1}. ${catalogue.get(one.op)?.title ?? one.op}` }))
  return (
    <div className="wr-pane">
      <Select label="Step" hideLabel options={options} value={chosen.id} onChange={onStep} />
      <FailuresOf recipe={essence(planned, chosen.id)} step={chosen.id} names={new Map(columns.map(({ id, name }) => [id, name]))} />
    </div>
  )
}

function FailuresOf({ recipe, step, names }: { readonly recipe: Recipe; readonly step: string; readonly names: ReadonlyMap<string, string> }) {
  const { data, error, refetch } = useQuery(askingFigures(wrangler.failures, { recipe, step, limit: 200 }))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={5} label="Looking for failures" />
  if (data.total === 0) return <p className="text-xs text-ink-2">Nothing failed, on all rows.</p>
  return (
    <>
      <p className="text-xs text-ink-2">{countWords(data.total)} failed, on all rows{data.rows.length < data.total ? `; the first ${countWords(data.rows.length)}` : ''}.</p>
      <div className="wr-table" role="region" aria-label="Failures" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">row</th><th scope="col">column</th><th scope="col">value</th></tr></thead>
          <tbody>{data.rows.map(({ rid, column, value }) => <tr key={`${rid} ${column}`}><td className="num">{countWords(rid + 1)}</td><td className="clip">{names.get(column) ?? column}</td><td className="mono text-bad">{value === null ? 'null' : plainText(value)}</td></tr>)}</tbody>
        </table>
      </div>
    </>
  )
}

function canFail(op: string): boolean {
  const kind = catalogue.get(op)
  return kind !== undefined && (kind.cost === 'check' || ['changeType', 'parseDate', 'assertRule', 'assert', 'extract', 'unnest'].includes(op))
}
