import { useEffect, useState } from 'react'
import type { LogFeed } from './feed.ts'
import type { LogStore } from './log-store.ts'
import { searchLog } from './search-log.ts'
import type { Found } from './search-log.ts'

export interface Search { readonly text: string; readonly found: Found | undefined; readonly error: Error | undefined }

const restMs = 400

/** What a text is found in; a search whose text is no longer asked for is withdrawn. */
export function useLogFind(feed: LogFeed, store: LogStore, text: string): Search | undefined {
  const [kept] = useState(feed)
  const [search, setSearch] = useState<Search>()
  useEffect(() => {
    if (text === '') return undefined
    const control = new AbortController()
    const { signal } = control
    const tell = (told: Partial<Search>) => { if (!signal.aborted) setSearch({ text, found: undefined, error: undefined, ...told }) }
    void follow({ feed: kept, store, text, signal, tell })
    return () => control.abort()
  }, [kept, store, text])
  return search?.text === text ? search : undefined
}

interface Followed { readonly feed: LogFeed; readonly store: LogStore; readonly text: string; readonly signal: AbortSignal; readonly tell: (told: Partial<Search>) => void }

async function follow({ feed, store, text, signal, tell }: Followed): Promise<void> {
  try {
    for await (const found of searchLog(feed, text, { signal, more: () => grownSince(store, signal) })) tell({ found })
  } catch (error) {
    tell({ error: error instanceof Error ? error : new Error(String(error)) })
  }
}

/** Waits until the log has grown or ended, a moment at least. */
async function grownSince(store: LogStore, signal: AbortSignal): Promise<void> {
  const { read, over } = { ...store.get().tail }
  await new Promise((resolve) => { setTimeout(resolve, restMs) })
  const grown = () => store.get().tail?.read !== read || store.get().tail?.over !== over
  await new Promise<void>((resolve) => {
    const end = () => {
      stop()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const stop = store.subscribe(() => { if (grown()) end() })
    signal.addEventListener('abort', end)
    if (grown() || signal.aborted) end()
  })
}
