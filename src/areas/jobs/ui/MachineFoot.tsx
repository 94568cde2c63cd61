import { useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { jobs } from '../contract.ts'
import { bytesWords } from './words.ts'

/** What of the machine has been given to commands, and how long finished jobs are kept. */
export function MachineFoot() {
  const { data } = useQuery(asking(jobs.machine, {}))
  if (!data) return null
  const { used, slots, policy } = data
  return (
    <section className="flex flex-none flex-col gap-1.5 border-t border-line px-3 py-2 text-xs text-ink-2" aria-label="Machine">
      <Slot name="Cores" share={used.cpu / slots.cpu} words={`${tidy(used.cpu)} of ${tidy(slots.cpu)} given`} />
      <Slot name="Memory" share={used.memory / slots.memory} words={`${used.memory === 0 ? 'no limit given' : bytesWords(used.memory)} of ${bytesWords(slots.memory)}`} />
      {slots.gpu > 0 && <Slot name="GPUs" share={used.gpu / slots.gpu} words={`${used.gpu} of ${slots.gpu} given`} />}
      <p>{policy}</p>
    </section>
  )
}

function Slot({ name, share, words }: { readonly name: string; readonly share: number; readonly words: string }) {
  return (
    <div className="grid grid-cols-[48px_1fr_auto] items-center gap-2 tabular-nums">
      <span>{name}</span>
      <span className="h-1 overflow-hidden rounded-full bg-line" aria-hidden="true"><span className="block h-full bg-accent" style={{ width: `${Math.min(1, share) * 100}%` }} /></span>
      <span>{words}</span>
    </div>
  )
}

function tidy(count: number): string {
  return String(Math.round(count * 100) / 100)
}
