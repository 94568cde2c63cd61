import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export type Credentials = ReturnType<typeof openCredentials>

/** What opens the studio: a one-time code in the printed address, the sessions it made, and a token if one was given. All die with the process. */
export function openCredentials({ token, port }: { readonly token: string | undefined; readonly port: () => number }) {
  const sessions = new Set<string>()
  const codes = new Set<string>()
  let failures: number[] = []

  function newCode(): string {
    const code = randomBytes(16).toString('base64url')
    codes.add(code)
    return code
  }

  /** A session for a code, once. */
  function redeem(code: string): string | undefined {
    if (!codes.delete(code)) return undefined
    const session = randomBytes(32).toString('base64url')
    sessions.add(digest(session))
    return session
  }

  function knowsSession(session: string | undefined): boolean {
    return session !== undefined && sessions.has(digest(session))
  }

  function knowsBearer(given: string | undefined): boolean {
    return token !== undefined && given !== undefined && timingSafeEqual(Buffer.from(digest(token)), Buffer.from(digest(given)))
  }

  /** Counts a refusal; true when there were too many in the last minute. */
  function refusedTooOften(): boolean {
    const now = Date.now()
    failures = [...failures.filter((at) => now - at < 60_000), now]
    return failures.length > 300
  }

  return { newCode, redeem, knowsSession, knowsBearer, refusedTooOften, cookie: () => `atelier-${port()}` }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
