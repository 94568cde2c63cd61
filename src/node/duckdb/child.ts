import { openEngine } from './engine.ts'
import type { EngineOptions } from './engine.ts'
import type { FromChild, ToChild } from './protocol.ts'

/** The engine's own process: when it dies of hunger the server lives on. */
const options: EngineOptions = JSON.parse(process.argv[2] ?? '{}')
const engine = await openEngine(options)
const asked = new Map<number, AbortController>()

function send(message: FromChild): void {
  if (process.connected) process.send?.(message)
}

process.on('message', (message: ToChild) => {
  if (message.kind === 'cancel') asked.get(message.id)?.abort()
  else void answer(message)
})
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => {})

async function answer({ id, text, background, progress }: Extract<ToChild, { kind: 'ask' }>): Promise<void> {
  const control = new AbortController()
  asked.set(id, control)
  try {
    const answered = await engine.read({
      text, background, signal: control.signal,
      ...(progress ? { onProgress: (share: number) => send({ kind: 'progress', id, share }) } : {}),
    })
    send({ kind: 'answer', id, answer: answered })
  } catch (error) {
    send({ kind: 'refusal', id, message: error instanceof Error ? error.message : String(error) })
  } finally {
    asked.delete(id)
  }
}

send({ kind: 'ready' })
