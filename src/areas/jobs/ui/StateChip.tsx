import { Chip } from '#kit/Chip.tsx'
import type { JobState } from '../domain/job.ts'
import { stateLooks } from './states.ts'

export function StateChip({ state }: { readonly state: JobState }) {
  const { words, kind, icon, about } = stateLooks[state]
  return <Chip kind={kind} icon={icon} title={about}>{words}</Chip>
}
