import { Happening } from '#wire/events.ts'
import type { Server } from '../server.ts'

/** What the server tells on its event stream, as the page hears it; `next` waits for the first that fits among those told since it was last asked. */
export async function listenTo(server: Server) {
  const stop = new AbortController()
  const answer = await fetch(`${server.url()}api/events`, { headers: { authorization: `Bearer ${server.token}` }, signal: stop.signal })
  const told = happenings(answer)

  async function next(fits: (happening: Happening) => boolean): Promise<Happening> {
    for (;;) {
      const { value, done } = await told.next()
      if (done) throw new Error('The event stream ended.')
      if (fits(value)) return value
    }
  }
  return { next, close: () => stop.abort() }
}

async function* happenings({ body }: Response): AsyncGenerator<Happening, undefined> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const part of body ?? []) {
    text += decoder.decode(part, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1]
      const happening = Happening.safeParse(JSON.parse(data ?? '{}'))
      if (happening.success) yield happening.data
    }
  }
  return undefined
}
