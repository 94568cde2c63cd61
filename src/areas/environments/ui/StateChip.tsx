import { Chip } from '#kit/Chip.tsx'
import type { EnvironmentSummary } from '../domain/environment.ts'
import { stateWords } from '../domain/environment.ts'
import { stateLooks } from './states.ts'

export function StateChip({ environment: { state, reason } }: { readonly environment: Pick<EnvironmentSummary, 'state' | 'reason'> }) {
  const { kind, icon } = stateLooks[state]
  return <Chip kind={kind} icon={icon} title={reason}>{stateWords[state]}</Chip>
}
