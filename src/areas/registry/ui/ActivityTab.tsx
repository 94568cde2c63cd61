import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '#kit/Button.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { ask } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { ActivityList } from './ActivityList.tsx'

const page = 100

/** The log of a model or of one version, the newest first; it is only ever added to. */
export function ActivityTab({ model, version }: { readonly model: string; readonly version?: number }) {
  const about = { model, ...(version === undefined ? {} : { version }) }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['registry', 'activity', 'pages', about],
    queryFn: ({ pageParam, signal }) => ask(registry.activity, { ...about, limit: page, ...(pageParam === 0 ? {} : { before: pageParam }) }, signal),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.length < page ? undefined : last.at(-1)?.id),
  })
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!data) return <div className="p-4"><Skeleton lines={8} height={32} label="Reading the log" /></div>
  return (
    <div className="flex max-w-[860px] flex-col gap-2 p-4">
      <p className="text-s text-ink-2">Who did what, when and why. Entries are only ever added, never changed or taken out.</p>
      <ActivityList entries={data.pages.flat()} about={version === undefined ? 'model' : 'version'} />
      {hasNextPage && <div><Button disabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>{isFetchingNextPage ? 'Reading older entries' : 'Older entries'}</Button></div>}
    </div>
  )
}
