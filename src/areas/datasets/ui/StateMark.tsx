import { CircleAlert, CircleDot } from 'lucide-react'
import { Chip } from '#kit/Chip.tsx'
import type { Dataset } from '../domain/dataset.ts'

/** Says that the source is not what was read; nothing while it is. */
export function StateMark({ state, small = false }: { readonly state: Dataset['sourceState']; readonly small?: boolean }) {
  if (state === 'same') return null
  const [words, title] = state === 'changed' ? ['source changed', 'The source changed on disk since it was read'] : ['source gone', 'The source is no longer on disk']
  const Mark = state === 'changed' ? CircleDot : CircleAlert
  if (small) return <span role="img" aria-label={title} title={title} className={state === 'changed' ? 'text-warn' : 'text-bad'}><Mark size={12} /></span>
  return <Chip kind={state === 'changed' ? 'warn' : 'bad'} icon={Mark} title={title}>{words}</Chip>
}
