import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { files } from '#areas/files/contract.ts'
import { workspaces } from '#areas/workspaces/contract.ts'
import { useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { panelOf } from '../catalogue.ts'
import { sinceWords } from './since.ts'
import { HomeRow } from './HomeRow.tsx'

const most = 12

/** What was opened last and is still there. */
export function RecentCard() {
  const desk = useDesk()
  const { data, error, refetch, dataUpdatedAt } = useQuery(asking(workspaces.recents, {}))
  const offered = data?.recents.filter(({ kind }) => panelOf(kind) && !panelOf(kind)?.passing)
  const paths = [...new Set(offered?.flatMap(({ params: { path } }) => path ?? []))]
  const there = useQuery({ ...asking(files.taken, { paths }), enabled: paths.length > 0, placeholderData: keepPreviousData })
  const known = offered?.filter(({ params: { path } }) => path === undefined || !there.data || there.data.includes(path)).slice(0, most)
  return (
    <section className="card" aria-label="Recent work">
      <h2>Recent work</h2>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!known && !error && <div className="p-3"><Skeleton lines={5} height={20} /></div>}
      {known?.length === 0 && <Empty icon={History} title="Nothing yet" text="What you open stands here when you come back." />}
      {known?.map(({ kind, params, title, at }) => <HomeRow key={kind + JSON.stringify(params)} icon={panelOf(kind)?.icon ?? History} href={desk.addressOf(kind, params)} title={title} note={sinceWords(at, dataUpdatedAt)} />)}
    </section>
  )
}
