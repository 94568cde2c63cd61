import { spawn } from 'node:child_process'

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] }

/** Opens the person's browser where there is one; the address is printed anyway. */
export function openBrowser(address: string): void {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open']
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return
  const child = spawn(command, [...args, address.replaceAll('&', process.platform === 'win32' ? '^&' : '&')], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
