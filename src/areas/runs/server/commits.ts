import type { Sqlite } from '#node/sqlite.ts'
import { Problem } from '#wire/problem.ts'

interface Waiting { readonly run: () => () => void; readonly fail: (error: unknown) => void }

/** How long one transaction may keep others waiting, in ms; what is left goes into the next. */
const longest = 25

export type Commits = ReturnType<typeof openCommits>

/**
 * Writes that arrive in the same turn of the loop share one transaction and one flush to disk; each is told after it.
 * A work that throws is undone alone. It may change what is held in memory only after its last statement; `forget` is called when it was undone, `reload` when the whole was.
 */
export function openCommits({ db }: Sqlite, { keep, forget, reload }: { readonly keep: () => void; readonly forget: () => void; readonly reload: () => void }) {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const savepoint = db.prepare('SAVEPOINT work')
  const release = db.prepare('RELEASE work')
  const undo = db.prepare('ROLLBACK TO work')
  let waiting: Waiting[] = []

  function write<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush)
      waiting.push({ run: () => { const result = work(); return () => resolve(result) }, fail: reject })
    })
  }

  /** One work inside the transaction; returns what tells its caller. */
  function tried({ run, fail }: Waiting): () => void {
    savepoint.run()
    try {
      const tell = run()
      release.run()
      keep()
      return tell
    } catch (error) {
      if (!db.isTransaction) throw error
      undo.run()
      release.run()
      forget()
      return () => fail(error)
    }
  }

  function flush(): void {
    const batch: Waiting[] = []
    const until = performance.now() + longest
    try {
      begin.run()
      const tells: (() => void)[] = []
      for (const work of waiting) {
        batch.push(work)
        tells.push(tried(work))
        if (performance.now() > until) break
      }
      waiting = waiting.slice(batch.length)
      commit.run()
      for (const tell of tells) tell()
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      reload()
      waiting = waiting.filter((work) => !batch.includes(work))
      for (const { fail } of batch) fail(diskFull(error))
    }
    if (waiting.length > 0) setImmediate(flush)
  }

  /** What waits is written now. */
  function drain(): void {
    while (waiting.length > 0) flush()
  }

  return { write, drain }
}

function diskFull(error: unknown): unknown {
  const full = error instanceof Error && /disk is full|disk I\/O/.test(error.message)
  return full ? new Problem('too_large', 'The disk is full: nothing of this was kept. Free some space and send it again.') : error
}
