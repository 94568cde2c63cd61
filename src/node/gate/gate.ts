import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Problem, statusOf } from '#wire/problem.ts'
import type { Credentials } from './credentials.ts'
import { judge } from './judge.ts'
import { lockedPage } from './locked-page.ts'
import { lifetime } from './sessions.ts'

export interface GateOptions {
  readonly credentials: Credentials
  /** `host:port` spellings that are ours. */
  readonly hosts: () => readonly string[]
  /** Paths that answer without credentials; a Host is still asked for. */
  readonly open: readonly string[]
  /** Paths, with all below them, whose bodies are streamed to disk and may have any size. */
  readonly streamed: readonly string[]
  /** The body of a refusal where a path speaks another protocol. */
  readonly told?: (path: string, problem: Problem) => object | undefined
}

const bodyLimitBytes = 32 * 1024 * 1024

/** In front of every route: deny by default (house §7). */
export function gate({ credentials, hosts, open, streamed, told = () => undefined }: GateOptions): MiddlewareHandler {
  const refused = (c: Context, problem: Problem) => refusal(c, { problem, body: told(c.req.path, problem), credentials })
  const limited = bodyLimit({ maxSize: bodyLimitBytes, onError: (c) => refused(c, new Problem('too_large', 'The request is larger than 32 MB. Upload large files as files.')) })
  return async (c, next) => {
    const redeemed = welcome(c, credentials)
    if (redeemed) return redeemed
    const verdict = judge({
      method: c.req.method,
      path: c.req.path,
      header: (name) => c.req.header(name),
      session: getCookie(c, credentials.cookie()),
      hosts: hosts(),
      open,
      credentials,
    })
    secure(c)
    if (verdict instanceof Problem) return refused(c, verdict)
    stayKnown(c, credentials)
    return isStreamed(c.req.path, streamed) ? next() : limited(c, next)
  }
}

/** The printed address: the code becomes a cookie and leaves the address. */
function welcome(c: Context, credentials: Credentials): Response | undefined {
  const code = c.req.query('code')
  if (code === undefined || c.req.method !== 'GET' || c.req.path !== '/') return undefined
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'none' && site !== 'same-origin') return undefined
  const session = credentials.redeem(code)
  if (session === undefined) return undefined
  remember(c, credentials, session)
  return c.redirect(safeNext(c.req.query('next')), 302)
}

function remember(c: Context, credentials: Credentials, session: string): void {
  setCookie(c, credentials.cookie(), session, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: lifetime })
}

/** A browser in use does not run out. */
function stayKnown(c: Context, credentials: Credentials): void {
  const session = getCookie(c, credentials.cookie())
  if (session !== undefined && credentials.renewSession(session)) remember(c, credentials, session)
}

function isStreamed(path: string, streamed: readonly string[]): boolean {
  return streamed.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
}

/** Only a path of ours. */
function safeNext(next: string | undefined): string {
  if (!next || !/^\/[^/\\]/.test(next)) return '/'
  const url = new URL(next, 'http://here')
  return url.host === 'here' ? url.pathname + url.search : '/'
}

function refusal(c: Context, { problem: { code, message }, body, credentials }: { readonly problem: Problem; readonly body: object | undefined; readonly credentials: Credentials }): Response {
  if (code === 'unauthenticated' && getCookie(c, credentials.cookie())) deleteCookie(c, credentials.cookie(), { path: '/' })
  if (code === 'unauthenticated' && credentials.refusedTooOften()) return c.json({ code: 'forbidden', message: 'Too many refused requests; wait a minute.' }, 403)
  if ((c.req.header('accept') ?? '').includes('text/html')) return c.html(lockedPage(message), statusOf[code])
  return c.json(body ?? { code, message }, statusOf[code])
}

function secure(c: Context): void {
  c.header('Content-Security-Policy', [
    "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
    "connect-src 'self'", "worker-src 'self' blob:", "frame-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].join('; '))
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Frame-Options', 'DENY')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
}
