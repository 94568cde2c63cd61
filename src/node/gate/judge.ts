import { Problem } from '#wire/problem.ts'
import type { Credentials } from './credentials.ts'

export interface Request {
  readonly method: string
  readonly path: string
  readonly header: (name: string) => string | undefined
  readonly session: string | undefined
  readonly hosts: readonly string[]
  readonly open: readonly string[]
  readonly credentials: Pick<Credentials, 'open' | 'knowsSession' | 'knowsAuthorization'>
}

/** The gate's rules in the order of the house: Host, Sec-Fetch-Site, Origin, credentials, the header of writes. The same for routes and upgrades. */
export function judge(request: Request): Problem | 'pass' {
  return wrongHost(request) ?? wrongSite(request) ?? wrongOrigin(request) ?? (request.open.includes(request.path) && request.method === 'GET' ? 'pass' : credentialed(request))
}

function wrongHost({ header, hosts }: Request): Problem | undefined {
  const host = header('host')?.toLowerCase()
  if (host !== undefined && hosts.includes(host)) return undefined
  return new Problem('forbidden', `This studio does not answer to the host name “${host ?? ''}”. Open the address that the terminal printed.`)
}

function wrongSite({ header, method }: Request): Problem | undefined {
  const site = header('sec-fetch-site')
  if (site === undefined || site === 'same-origin') return undefined
  const navigation = method === 'GET' && header('sec-fetch-mode') === 'navigate'
  if (site === 'none' && navigation) return undefined
  return new Problem('forbidden', 'Another site asked; the studio answers only to its own page.')
}

function wrongOrigin({ header, hosts }: Request): Problem | undefined {
  const origin = header('origin')
  if (origin === undefined) return undefined
  if (hosts.some((host) => origin === `http://${host}` || origin === `https://${host}`)) return undefined
  return new Problem('forbidden', 'Another origin asked; the studio answers only to its own page.')
}

function credentialed({ header, method, session, credentials }: Request): Problem | 'pass' {
  if (credentials.open) return 'pass'
  const authorization = header('authorization') ?? ''
  if (/^(bearer|basic)\b/i.test(authorization)) return credentials.knowsAuthorization(authorization) ? 'pass' : new Problem('unauthenticated', 'That token does not open this studio. It is the one that --token named at the start, or else the one in the file .atelier/token of the workspace.')
  if (!credentials.knowsSession(session)) return new Problem('unauthenticated', 'This browser is not signed in. Open the address that the terminal printed, or start the studio again for a new one.')
  const reads = method === 'GET' || method === 'HEAD'
  return reads || header('x-atelier') !== undefined ? 'pass' : new Problem('forbidden', 'A write needs the header x-atelier.')
}
