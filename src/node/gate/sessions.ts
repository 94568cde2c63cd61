import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const Kept = z.object({ sessions: z.array(z.object({ digest: z.string(), until: z.number() })) })

/** How long a browser stays signed in after it was last seen, in seconds. */
export const lifetime = 30 * 24 * 3600
const day = 24 * 3600 * 1000
const most = 200

/** The browsers that were let in. The file holds digests and when they end, never what a browser holds; it is the owner's alone. Without a path they die with the process. */
export function openSessions({ path, now = Date.now }: { readonly path: string | undefined; readonly now?: () => number }) {
  const until = new Map(read(path).filter((one) => one.until > now()).map((one) => [one.digest, one.until]))

  function begin(): string {
    const session = randomBytes(32).toString('base64url')
    keep(digestOf(session))
    return session
  }

  function knows(session: string | undefined): boolean {
    return session !== undefined && (until.get(digestOf(session)) ?? 0) > now()
  }

  /** Puts the end of a known one off, at most once a day; true when it did, so that the cookie can follow. */
  function renew(session: string): boolean {
    const end = until.get(digestOf(session)) ?? 0
    if (end <= now() || end > now() + lifetime * 1000 - day) return false
    keep(digestOf(session))
    return true
  }

  function keep(digest: string): void {
    until.delete(digest)
    until.set(digest, now() + lifetime * 1000)
    const standing = [...until].filter(([, end]) => end > now()).slice(-most)
    until.clear()
    for (const [one, end] of standing) until.set(one, end)
    if (path !== undefined) write(path, { sessions: standing.map(([one, end]) => ({ digest: one, until: end })) })
  }

  return { begin, knows, renew }
}

function read(path: string | undefined): z.infer<typeof Kept>['sessions'] {
  if (path === undefined) return []
  try {
    return Kept.parse(JSON.parse(readFileSync(path, 'utf8'))).sessions
  } catch {
    return []
  }
}

/** A disk that takes nothing costs only the memory of a restart. */
function write(path: string, kept: z.infer<typeof Kept>): void {
  try {
    const temporary = `${path}.part`
    writeFileSync(temporary, JSON.stringify(kept), { mode: 0o600, flush: true })
    chmodSync(temporary, 0o600)
    renameSync(temporary, path)
  } catch (error) {
    console.error(`Signed-in browsers could not be written to ${path}; they will have to sign in again after a restart.`, error)
  }
}

function digestOf(session: string): string {
  return createHash('sha256').update(session).digest('base64')
}
