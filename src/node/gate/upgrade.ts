import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { judge } from './judge.ts'
import type { GateOptions } from './gate.ts'


/** What an HTTP server of Node offers here. */
export interface Upgradable { on: (event: 'upgrade', hear: (request: IncomingMessage, socket: Duplex) => void) => unknown }

/** No upgrade passes without the gate; one that no socket route claims is answered 404. */
export function gateUpgrades(server: Upgradable, { credentials, hosts }: GateOptions, sockets: readonly string[] = []): void {
  server.on('upgrade', (request, socket) => {
    const header = (name: string) => {
      const value = request.headers[name]
      return Array.isArray(value) ? value[0] : value
    }
    const cookies = (header('cookie') ?? '').split(/;\s*/).map((pair) => pair.split('='))
    const session = cookies.find(([name]) => name === credentials.cookie())?.[1]
    const path = new URL(request.url ?? '/', 'http://here').pathname
    const verdict = judge({ method: 'GET', path, header, session, hosts: hosts(), open: [], credentials })
    if (verdict === 'pass' && sockets.includes(path)) return
    const status = verdict === 'pass' ? '404 Not Found' : verdict.code === 'unauthenticated' ? '401 Unauthorized' : '403 Forbidden'
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  })
}
