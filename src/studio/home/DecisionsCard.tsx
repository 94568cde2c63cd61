import { useQuery } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import { registry } from '#areas/registry/contract.ts'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { HomeRow } from './HomeRow.tsx'

const most = 8

/** Model versions that wait for somebody to decide. */
export function DecisionsCard() {
  const desk = useDesk()
  const { data, error, refetch } = useQuery(asking(registry.inbox, {}))
  return (
    <section className="card" aria-label="Waiting for a decision">
      <h2>Waiting for a decision{data && data.length > 0 && <small>{data.length}</small>}</h2>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <div className="p-3"><Skeleton lines={4} height={20} /></div>}
      {data?.length === 0 && <Empty icon={Inbox} title="Nothing waits" text="A registered model version stands here until it is approved or rejected." />}
      {data?.slice(0, most).map(({ version: { model, version }, met, of }) => <HomeRow key={`${model} ${version}`} icon={Inbox} href={desk.addressOf('modelVersion', { model, version: String(version) })} title={`${model} v${version}`} note={of === 0 ? 'no policy' : `${met} of ${of} met`} />)}
      {data && data.length > most && <div className="px-2 pt-1"><Button variant="ghost" size="s" onPress={() => desk.open('inbox')}>All {data.length}</Button></div>}
    </section>
  )
}
