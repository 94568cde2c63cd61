import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { openEngine } from './engine.ts'
import type { EngineOptions } from './engine.ts'
import type { FromChild, ToChild } from './protocol.ts'

/** The engine's own process: when it dies of hunger the server lives on. */
const options: EngineOptions = JSON.parse(process.argv[2] ?? '{}')
const asked = new Map<number, AbortController>()
process.on('disconnect', () => leave())
process.on('SIGINT', () => {})
const opening = opened(options)
opening.catch(() => {})

process.on('message', (message: ToChild) => {
  if (message.kind === 'cancel') asked.get(message.id)?.abort()
  else void answer(message)
})

/** A server that is gone hears nothing, and that is no fault. */
function send(message: FromChild): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => {})
}

/** At once: an orderly exit would wait for the queries that still run, and hold the file meanwhile. */
function leave(): void {
  process.kill(process.pid, 'SIGKILL')
}

async function answer({ id, text, background, progress }: Extract<ToChild, { kind: 'ask' }>): Promise<void> {
  const control = new AbortController()
  asked.set(id, control)
  try {
    const engine = await opening
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

/** The file holds only what can be computed again: one that cannot be read is begun anew, one that another process holds is done without. */
async function opened({ path, ...inMemory }: EngineOptions) {
  if (path === undefined) return openEngine(inMemory)
  for (let left = 30; left > 0; left--) {
    try {
      return await openEngine({ path, ...inMemory })
    } catch (error) {
      const held = error instanceof Error && /lock on file/i.test(error.message)
      if (held) await pause(100)
      else await Promise.all([rm(path, { force: true }), rm(`${path}.wal`, { force: true })])
      left = held ? left : Math.min(left, 2)
    }
  }
  return openEngine(inMemory)
}

send({ kind: 'ready' })
