import type { Events } from '#wire/events.ts'

export type Tidings = ReturnType<typeof openTidings>

const most = 1000

/** What changed, gathered: one happening each 200 ms at the most. */
export function openTidings(events: Events) {
  const ids = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let only = 'metrics'

  function tell(changed: readonly string[], what: 'changed' | 'metrics' = 'changed'): void {
    for (const id of changed) ids.add(id)
    if (what === 'changed') only = 'changed'
    timer ??= setTimeout(send, 200)
  }

  function send(): void {
    timer = undefined
    const told = [...ids]
    const what = only
    ids.clear()
    only = 'metrics'
    events.tell({ area: 'runs', ids: told.length > most ? [] : told, what })
  }

  return { tell, close: () => clearTimeout(timer) }
}
