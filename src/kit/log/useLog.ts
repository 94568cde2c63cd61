import { useEffect, useState, useSyncExternalStore } from 'react'
import { useDesk } from '../desk.ts'
import type { LogFeed } from './feed.ts'
import { openLogStore } from './log-store.ts'

/** A log while it is in sight. Its feed stays the same: a view of another log is another view. */
export function useLog(feed: LogFeed, seen: boolean) {
  const { hear } = useDesk()
  const [store] = useState(() => openLogStore(feed))
  const [news] = useState(feed.news)
  useEffect(() => (seen ? store.follow((heard) => hear(news, heard)) : undefined), [seen, store, hear, news])
  return { store, ...useSyncExternalStore(store.subscribe, store.get) }
}
