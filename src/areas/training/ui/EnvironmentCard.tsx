import { useQuery } from '@tanstack/react-query'
import { environments } from '#areas/environments/contract.ts'
import { stateWords } from '#areas/environments/domain/environment.ts'
import type { EnvironmentState, EnvironmentSummary } from '#areas/environments/domain/environment.ts'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import type { ChipProps } from '#kit/Chip.tsx'
import { useDesk } from '#kit/desk.ts'
import { asking } from '#wire/ask.ts'

const kinds: Readonly<Record<EnvironmentState, NonNullable<ChipProps['kind']>>> = { ready: 'ok', building: 'accent', stale: 'warn', unbuilt: 'neutral', failed: 'bad', missing: 'bad' }
const words: Readonly<Record<EnvironmentState, string>> = {
  ready: '', building: 'The runs wait for it and say so.', unbuilt: 'It is built first; the runs wait for it and say so.', stale: 'It is built anew first; the runs wait for it and say so.',
  failed: 'It is tried again first; the runs wait for it and say so.', missing: '',
}

/** How the environment stands that the work would run in. */
export function EnvironmentCard({ name }: { readonly name: string }) {
  const { data } = useQuery(asking(environments.list, {}))
  if (name === '') return <section className="flex flex-col gap-1.5" aria-label="Environment"><h3 className="text-s font-medium">No environment</h3><p className="text-xs text-ink-2">It runs with the programs of this machine.</p></section>
  const found = data?.environments.find((one) => one.name === name)
  return (
    <section className="flex flex-col gap-1.5" aria-label="Environment">
      <h3 className="flex items-center gap-2 text-s font-medium"><span className="clip">{name}</span>{found && <Chip kind={kinds[found.state]}>{stateWords[found.state]}</Chip>}</h3>
      {found && <Standing environment={found} />}
    </section>
  )
}

function Standing({ environment: { state, reason, python, packages, job } }: { readonly environment: EnvironmentSummary }) {
  const desk = useDesk()
  const whole = state === 'ready' && packages !== null ? `Python ${python}, ${packages} packages` : reason
  return (
    <>
      <p className="text-xs text-ink-2 [overflow-wrap:anywhere]">{[whole, words[state]].filter(Boolean).join(' ')}</p>
      {job !== null && state !== 'ready' && <div><Button size="s" onPress={() => desk.open('job', { id: job })}>{state === 'building' ? 'Watch it being built' : 'Log of its last build'}</Button></div>}
    </>
  )
}
