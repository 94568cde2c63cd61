import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { judge } from './judge.ts'
import type { GateOptions } from './gate.ts'

/** What an HTTP server of Node offers here. */
export interface Upgradable { on: (event: 'upgrade', hear: (request: IncomingMessage, socket: Duplex, head: Buffer) => void) => unknown }

/** A socket's address, where `:name` stands for one part of the path, and what takes it over once the gate has let it pass. */
export interface SocketRoute {
  readonly path: string
  readonly connect: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

/** No upgrade passes without the gate; one that no socket route claims is answered 404. Nothing else may listen for upgrades. */
export function gateUpgrades(server: Upgradable, { credentials, hosts }: GateOptions, sockets: readonly SocketRoute[]): void {
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const header = (name: string) => {
      const value = request.headers[name]
      return Array.isArray(value) ? value[0] : value
    }
    const cookies = (header('cookie') ?? '').split(/;\s*/).map((pair) => pair.split('='))
    const session = cookies.find(([name]) => name === credentials.cookie())?.[1]
    const path = pathOf(request.url)
    const verdict = judge({ method: 'GET', path, header, session, hosts: hosts(), open: [], credentials })
    const route = verdict === 'pass' ? sockets.find((one) => fits(one.path, path)) : undefined
    if (route) return route.connect(request, socket, head)
    const status = verdict === 'pass' ? '404 Not Found' : verdict.code === 'unauthenticated' ? '401 Unauthorized' : '403 Forbidden'
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  })
}

function pathOf(url = '/'): string {
  return URL.parse(url, 'http://here')?.pathname ?? '/'
}

function fits(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  return wanted.length === given.length && wanted.every((part, i) => (part.startsWith(':') ? given[i] !== '' : part === given[i]))
}
