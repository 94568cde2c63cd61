import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import type { ChipProps } from '#kit/Chip.tsx'
import type { Attempt } from '../../domain/process.ts'
import { endWords } from '../error-words.ts'
import { bytesWords, durationWords, momentWords } from '../words.ts'

const looks: Record<Attempt['state'], { readonly words: string; readonly kind: NonNullable<ChipProps['kind']> }> = {
  starting: { words: 'starting', kind: 'neutral' }, running: { words: 'running', kind: 'accent' }, succeeded: { words: 'succeeded', kind: 'ok' }, failed: { words: 'failed', kind: 'bad' },
  cancelled: { words: 'stopped', kind: 'neutral' }, timedOut: { words: 'out of time', kind: 'bad' }, outOfMemory: { words: 'out of memory', kind: 'bad' }, lost: { words: 'lost', kind: 'warn' },
}

/** Each try with how it ended; none is ever written over. */
export function AttemptRows({ attempts, onAttempt }: { readonly attempts: readonly Attempt[]; readonly onAttempt: (number: number) => void }) {
  if (attempts.length === 0) return <section aria-label="Attempts"><h2 className="mb-2 text-s font-semibold">Attempts</h2><p className="text-s text-ink-2">None yet.</p></section>
  return (
    <section aria-label="Attempts">
      <h2 className="mb-2 text-s font-semibold">Attempts</h2>
      <div className="overflow-x-auto">
        <table className="w-full text-left text-s tabular-nums">
          <thead className="text-xs text-ink-2"><tr>{['No.', 'State', 'Started', 'Took', 'Ended by', 'Log'].map((name) => <th key={name} scope="col" className="border-b border-line py-1 pr-3 font-medium">{name}</th>)}</tr></thead>
          <tbody>{attempts.map((attempt) => <Row key={attempt.number} attempt={attempt} onOpen={() => onAttempt(attempt.number)} />)}</tbody>
        </table>
      </div>
    </section>
  )
}

function Row({ attempt, onOpen }: { readonly attempt: Attempt; readonly onOpen: () => void }) {
  const { number, state, started, ended, logBytes, pid } = attempt
  const cell = 'border-b border-line py-1.5 pr-3 align-top'
  return (
    <tr>
      <td className={cell}>{number}</td>
      <td className={cell}><Chip kind={looks[state].kind}>{looks[state].words}</Chip></td>
      <td className={`${cell} whitespace-nowrap`}>{momentWords(started)}</td>
      <td className={`${cell} whitespace-nowrap`}>{ended === null ? '–' : durationWords(Date.parse(ended) - Date.parse(started))}</td>
      <td className={`${cell} wrap-anywhere`}>{ended === null ? (pid === null ? '' : `process ${pid}`) : endWords(attempt)}</td>
      <td className={cell}><Button size="s" variant="ghost" onPress={onOpen}>{ended === null ? 'Log' : `Log, ${bytesWords(logBytes)}`}</Button></td>
    </tr>
  )
}
