import type { QueryClient } from '@tanstack/react-query'
import { workspaces } from '#areas/workspaces/contract.ts'
import { subscribable } from '#lib/subscribable.ts'
import { ask } from '#wire/ask.ts'
import { Happening } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'
import { openEars } from './ears.ts'

/** `refused`: the server is there and does not know this browser, as when another workspace stands at this address now. */
export type Connection = 'opening' | 'there' | 'lost' | 'refused'

const silence = 40_000
const gather = 120
const longest = 3000
const retry = 3000

/** Follows the server's event stream: what it names is asked anew, a moment's news at once; who hears of one thing is told without that moment. After a break everything is asked. */
export function openLive(queries: QueryClient, onHappening: (happening: Happening) => void) {
  const connection = subscribable<Connection>('opening')
  const stale = new Set<string>()
  const ears = openEars()
  let source: EventSource | undefined
  let watch: ReturnType<typeof setTimeout> | undefined
  let sweep: ReturnType<typeof setTimeout> | undefined

  function hear(): void {
    clearTimeout(watch)
    watch = setTimeout(again, silence)
  }

  function ready(): void {
    hear()
    if (connection.get() !== 'opening') {
      void queries.invalidateQueries()
      ears.all()
    }
    connection.set('there')
  }

  function happened(data: string): void {
    hear()
    const happening = Happening.safeParse(JSON.parse(data))
    if (!happening.success) return
    ears.told(happening.data)
    onHappening(happening.data)
    stale.add(happening.data.area)
    sweep ??= setTimeout(invalidate, gather)
  }

  /** While answers to the last news are on their way nothing is asked again: news that come faster than answers would keep all of them from arriving. After slow answers the page rests as long as they took. */
  function invalidate(): void {
    const areas = [...stale]
    const began = performance.now()
    stale.clear()
    const asked = areas.map((area) => queries.invalidateQueries({ queryKey: [area] }))
    void Promise.race([Promise.allSettled(asked), new Promise((resolve) => setTimeout(resolve, longest))]).then(() => {
      sweep = stale.size > 0 ? setTimeout(invalidate, Math.max(gather, performance.now() - began)) : undefined
    })
  }

  function begin(): void {
    source = new EventSource('/api/events')
    source.addEventListener('ready', ready)
    source.addEventListener('beat', hear)
    source.addEventListener('message', ({ data }) => happened(String(data)))
    source.addEventListener('error', lost)
  }

  /** The browser tries again by itself unless the server refused; then we do. */
  function lost(): void {
    if (connection.get() !== 'refused') connection.set('lost')
    if (source?.readyState !== EventSource.CLOSED) return
    void isRefused().then((refused) => connection.set(refused ? 'refused' : 'lost'))
    clearTimeout(watch)
    watch = setTimeout(again, retry)
  }

  function again(): void {
    if (connection.get() === 'there') connection.set('lost')
    source?.close()
    begin()
  }

  function start(): () => void {
    begin()
    return () => {
      clearTimeout(watch)
      clearTimeout(sweep)
      source?.close()
    }
  }

  return { connection, start, hear: ears.hear }
}

async function isRefused(): Promise<boolean> {
  return ask(workspaces.machine, {}).then(() => false, (error: unknown) => error instanceof Problem && error.code === 'unauthenticated')
}
