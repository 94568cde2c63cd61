import { Hono } from 'hono'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { runsRoutes } from './routes.ts'
import { openRuns } from './store.ts'

/** The store and its routes over a database in memory, or over the one given. */
export function openDesk(sqlite = openSqlite(':memory:')) {
  const events = openEvents()
  const runs = openRuns({ sqlite, events })
  const app = new Hono().route('/', runsRoutes({ runs }))

  /** Any shape is answered: what is expected says it. */
  async function ask(name: string, input: unknown): Promise<unknown> {
    const answer = await app.request(`/runs.${name}`, { method: 'POST', body: JSON.stringify(input) })
    return answer.json()
  }
  return { sqlite, events, runs, ask }
}
export const by = 'me'
