import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { openSessions } from './sessions.ts'

export type Credentials = ReturnType<typeof openCredentials>

export interface CredentialsNeeds {
  readonly token: string | undefined
  /** Nobody has to show anything: `--no-auth`. */
  readonly open?: boolean
  readonly port: () => number
  /** Where signed-in browsers are remembered over a restart. */
  readonly sessions?: string
  /** Told apart by its cookie from another workspace that stood at this port before. */
  readonly workspace?: string
}

/** What opens the studio: a one-time code in the printed address, the sessions it made, and a token if one was given. Codes die with the process. */
export function openCredentials({ token, open = false, port, sessions: path, workspace = '' }: CredentialsNeeds) {
  const sessions = openSessions({ path })
  const codes = new Set<string>()
  const mark = createHash('sha256').update(workspace).digest('hex').slice(0, 8)
  let failures: number[] = []

  function newCode(): string {
    const code = randomBytes(16).toString('base64url')
    codes.add(code)
    return code
  }

  /** A session for a code, once. */
  function redeem(code: string): string | undefined {
    return codes.delete(code) ? sessions.begin() : undefined
  }

  /** Whether an `Authorization` header holds the token: as a bearer, as the password of any user, or as a user without password. */
  function knowsAuthorization(header: string): boolean {
    const [, scheme = '', given = ''] = /^(\S+) +(.*)$/.exec(header.trim()) ?? []
    if (!token) return false
    if (/^bearer$/i.test(scheme)) return same(token, given.trim())
    if (!/^basic$/i.test(scheme)) return false
    const [user, password] = basicOf(given)
    const [byPassword, byUser] = [same(token, password), same(token, user)]
    return byPassword || (byUser && password === '')
  }

  /** Counts a refusal; true when there were too many in the last minute. */
  function refusedTooOften(): boolean {
    const now = Date.now()
    failures = [...failures.filter((at) => now - at < 60_000), now]
    return failures.length > 3000
  }

  return { open, newCode, redeem, knowsSession: sessions.knows, renewSession: sessions.renew, knowsAuthorization, refusedTooOften, cookie: () => `atelier-${port()}-${mark}` }
}

/** Takes the same time wherever they differ. */
function same(token: string, given: string): boolean {
  return timingSafeEqual(digest(token), digest(given))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function basicOf(encoded: string): [user: string, password: string] {
  const text = Buffer.from(encoded.trim(), 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)]
}
