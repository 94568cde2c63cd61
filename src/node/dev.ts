import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Watches both sides: the page is built anew on a change, the server starts anew. */
const home = join(import.meta.dirname, '..', '..')
const options = { cwd: home, stdio: 'inherit' as const, env: { ...process.env, ATELIER_NO_BUILD: '1' } }
const children = [
  spawn(process.execPath, [join(home, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--watch'], options),
  spawn(process.execPath, ['--watch', join(home, 'src', 'server.ts'), ...process.argv.slice(2)], options),
]
process.on('SIGINT', () => { for (const child of children) child.kill('SIGINT') })
