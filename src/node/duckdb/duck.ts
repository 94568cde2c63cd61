import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { DuckError } from './error.ts'
import type { Answer, EngineOptions, Question } from './engine.ts'
import type { FromChild, ToChild } from './protocol.ts'

export interface Duck {
  /** Runs one statement. Aborting the signal interrupts it. A refusal of DuckDB's is a DuckError. */
  readonly read: (question: Question) => Promise<Answer>
  readonly pid: () => number | undefined
  readonly close: () => void
}

interface Waiting { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void; readonly progress: ((share: number) => void) | undefined }

/** DuckDB in a child process that is started on first use, and again after it died. */
export function openDuck(options: EngineOptions): Duck {
  const waiting = new Map<number, Waiting>()
  let [child, next, closed]: [ChildProcess | undefined, number, boolean] = [undefined, 1, false]

  function started(): ChildProcess {
    if (child?.connected) return child
    const born = fork(new URL('./child.ts', import.meta.url), [JSON.stringify(options)], {
      serialization: 'advanced', execArgv: ['--disable-warning=ExperimentalWarning'], env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
    })
    born.on('message', (message: FromChild) => hear(message))
    born.on('exit', (code, signal) => {
      if (child === born) child = undefined
      const reason = signal === 'SIGKILL' ? 'was ended by the system, most likely because memory ran out' : `stopped (${signal ?? code})`
      for (const one of waiting.values()) one.reject(new DuckError(`Out of Memory Error: The data engine ${reason}. It has been started again; ask for fewer rows or columns.`))
      waiting.clear()
    })
    child = born
    return born
  }

  function hear(message: FromChild): void {
    if (message.kind === 'ready') return
    const one = waiting.get(message.id)
    if (message.kind === 'progress') return one?.progress?.(message.share)
    waiting.delete(message.id)
    if (message.kind === 'answer') one?.resolve(message.answer)
    else one?.reject(new DuckError(message.message))
  }

  function read({ text, signal, background, onProgress }: Question): Promise<Answer> {
    if (closed) return Promise.reject(new DuckError('Interrupted Error: The studio is stopping.'))
    if (signal?.aborted) return Promise.reject(signal.reason)
    const id = next++
    const engine = started()
    const send = (message: ToChild) => { if (engine.connected) engine.send(message) }
    return new Promise<Answer>((resolve, reject) => {
      const cancel = () => send({ kind: 'cancel', id })
      signal?.addEventListener('abort', cancel, { once: true })
      const end = () => signal?.removeEventListener('abort', cancel)
      waiting.set(id, {
        resolve: (answer) => { end(); resolve(answer) },
        reject: (error) => { end(); reject(error) },
        progress: onProgress,
      })
      send({ kind: 'ask', id, text, background: background ?? false, progress: onProgress !== undefined })
    })
  }

  return {
    read,
    pid: () => child?.pid,
    close: () => { closed = true; child?.disconnect(); child = undefined },
  }
}
