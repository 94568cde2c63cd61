import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Events } from './events.ts'

/** The one server-sent event stream: `/api/events`. */
export function eventRoutes(events: Events): Hono {
  const app = new Hono()
  app.get('/events', (c) => streamSSE(c, async (stream) => {
    const stop = events.listen((happening) => void stream.writeSSE({ data: JSON.stringify(happening) }))
    stream.onAbort(stop)
    await stream.writeSSE({ event: 'ready', data: '{}' })
    while (!stream.aborted && !stream.closed) {
      await stream.sleep(15_000)
      await stream.writeSSE({ event: 'beat', data: '{}' })
    }
    stop()
  }))
  return app
}
