import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { DuckError, isFatal, wasNotRun } from './error.ts'
import type { Answer, EngineOptions, Question } from './engine.ts'
import type { FromChild, ToChild } from './protocol.ts'

export interface Duck {
  /** Runs one statement. Aborting the signal interrupts it. A refusal of DuckDB's is a DuckError. */
  readonly read: (question: Question) => Promise<Answer>
  readonly pid: () => number | undefined
  readonly close: () => void
}

interface Waiting { readonly question: Question; readonly again: boolean; readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }

/** DuckDB in a child process that is started on first use, and again after it died or met a fault from which it does not recover. */
export function openDuck(options: EngineOptions): Duck {
  const waiting = new Map<number, Waiting>()
  let [child, next, closed]: [ChildProcess | undefined, number, boolean] = [undefined, 1, false]
  /** While a child goes, nobody is sent to it, and no other is started on its file. */
  let going: Promise<void> | undefined

  function started(): ChildProcess {
    if (child) return child
    const born = fork(new URL('./child.ts', import.meta.url), [JSON.stringify(options)], {
      serialization: 'advanced', execArgv: ['--disable-warning=ExperimentalWarning'], env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
    })
    born.on('message', (message: FromChild) => hear(message))
    born.on('disconnect', () => retire('stopped'))
    born.on('error', () => retire('could not be started'))
    child = born
    return born
  }

  function retire(reason: string): void {
    const old = child
    if (!old || going) return
    const gone = Promise.withResolvers<void>()
    going = gone.promise
    const end = (signal: string | null) => {
      [child, going] = [undefined, undefined]
      for (const one of waiting.values()) one.reject(stoppedBy(signal === 'SIGKILL' && reason === 'stopped' ? 'was ended by the system, most likely because memory ran out' : reason))
      waiting.clear()
      gone.resolve()
    }
    if (old.exitCode !== null || old.signalCode !== null || old.pid === undefined) return end(old.signalCode)
    old.once('exit', (_, signal) => end(signal))
    const timer = setTimeout(() => old.kill('SIGKILL'), reason === 'stopped' ? 1000 : 0)
    old.once('exit', () => clearTimeout(timer))
  }

  function hear(message: FromChild): void {
    if (message.kind === 'ready') return
    const one = waiting.get(message.id)
    if (message.kind === 'progress') return one?.question.onProgress?.(message.share)
    waiting.delete(message.id)
    if (message.kind === 'answer') return one?.resolve(message.answer)
    if (isFatal(message.message)) retire('met a fault')
    if (!one) return
    if (wasNotRun(message.message) && !one.again) read(one.question, true).then(one.resolve, one.reject)
    else one.reject(new DuckError(message.message))
  }

  function read(question: Question, again = false): Promise<Answer> {
    const { signal } = question
    if (closed) return Promise.reject(new DuckError('Interrupted Error: The studio is stopping.'))
    if (signal?.aborted) return Promise.reject(signal.reason)
    if (going) return going.then(() => read(question, again))
    return put(question, again)
  }

  function put(question: Question, again: boolean): Promise<Answer> {
    const { text, signal, background, onProgress } = question
    const id = next++
    const engine = started()
    const send = (message: ToChild) => { if (engine.connected) engine.send(message) }
    return new Promise<Answer>((resolve, reject) => {
      const cancel = () => send({ kind: 'cancel', id })
      signal?.addEventListener('abort', cancel, { once: true })
      const end = () => signal?.removeEventListener('abort', cancel)
      waiting.set(id, {
        question, again,
        resolve: (answer) => { end(); resolve(answer) },
        reject: (error) => { end(); reject(error) },
      })
      send({ kind: 'ask', id, text, background: background ?? false, progress: onProgress !== undefined })
    })
  }

  return {
    read: (question) => read(question),
    pid: () => child?.pid,
    close: () => { closed = true; if (child?.connected) child.disconnect(); child = undefined },
  }
}

function stoppedBy(reason: string): DuckError {
  return new DuckError(`Stopped Error: The data engine ${reason}. It has been started again: ask once more, if it happens again for fewer rows or columns.`)
}
