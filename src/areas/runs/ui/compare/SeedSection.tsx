import { useState } from 'react'
import { Segmented } from '#kit/Segmented.tsx'
import { Select } from '#kit/Select.tsx'
import { figureText, meanText } from '../../domain/figures.ts'
import { seedGroups, seedTests } from '../../domain/seeds.ts'
import type { SeedTestKind } from '../../domain/seeds.ts'
import type { ComparedRun } from '../../domain/shown.ts'
import { oddText } from '../table/cell-text.ts'

const kinds = [{ id: 'welch', label: 'Welch’s t' }, { id: 'mannWhitney', label: 'Mann–Whitney U' }] as const

/** Where the runs are repetitions over seeds: whether two settings differ by more than their seeds do. */
export function SeedSection({ runs }: { readonly runs: readonly ComparedRun[] }) {
  const groups = seedGroups(runs)
  const [kind, setKind] = useState<SeedTestKind>('welch')
  const [places, setPlaces] = useState<readonly [number, number]>([0, 1])
  const [left, right] = [groups[places[0]] ?? groups[0], groups[places[1]] ?? groups[1]]
  if (!left || !right) return null
  const tests = seedTests(left, right, kind)
  const options = groups.map(({ label, runs: members }, i) => ({ id: String(i), label: `${label} (${members.length})` }))
  return (
    <section className="card" aria-label="Over seeds">
      <h2>Over seeds <small>{groups.length} settings, {runs.length} runs</small></h2>
      <div className="flex flex-wrap items-end gap-3 px-3 pt-2">
        <div className="w-64"><Select label="Setting" options={options} value={String(groups.indexOf(left))} onChange={(next) => setPlaces([Number(next), places[1]])} /></div>
        <div className="w-64"><Select label="Against" options={options} value={String(groups.indexOf(right))} onChange={(next) => setPlaces([places[0], Number(next)])} /></div>
        <Segmented label="Test" options={kinds} value={kind} onChange={setKind} />
      </div>
      <table className="mt-2 w-full text-s">
        <caption className="sr-only">Tests over seeds</caption>
        <thead><tr className="text-xs text-ink-2">{['Metric', left.label, right.label, kind === 'welch' ? 't' : 'U', 'p, Holm'].map((head, i) => <th key={i} scope="col" className={`px-3 py-1 font-semibold ${i === 0 ? 'text-left' : 'text-right'}`}>{head}</th>)}</tr></thead>
        <tbody>
          {tests.map(({ metric, n, odd, means, sds, statistic, p }) => (
            <tr key={metric} className="h-7 border-t border-line">
              <th scope="row" className="px-3 text-left font-normal">{metric}</th>
              {([0, 1] as const).map((side) => <Setting key={side} mean={means[side]} sd={sds[side]} n={n[side]} odd={odd[side]} />)}
              <td className="num px-3">{statistic === null ? '–' : figureText(statistic)}</td><td className="num px-3">{p === null ? '–' : p < 0.001 ? '< 0.001' : p.toFixed(3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="px-3 py-2 text-xs text-ink-2">Mean ± σ of the last values{tests.some(({ odd }) => odd[0] + odd[1] > 0) && '; what is not finite is left out of mean and test, and counted beside'}. p is how often seeds alone would set two such groups at least so far apart, corrected after Holm for {tests.length === 1 ? 'one metric' : `${tests.length} metrics`}. With few seeds a large p does not show that the settings are equal{kind === 'mannWhitney' ? '; below four a side U cannot go under 0.05' : '; Welch’s test takes the values for about normal'}.</p>
    </section>
  )
}

function Setting({ mean, sd, n, odd }: { readonly mean: number | null; readonly sd: number | null; readonly n: number; readonly odd: number }) {
  return <td className="num px-3">{mean === null ? '–' : meanText(mean, sd)} {odd > 0 && <small className="text-bad">{oddText({ odd, n })} </small>}<small className="text-ink-2">n {n - odd}</small></td>
}
