import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const home = join(import.meta.dirname, '..', '..')
const stamp = join(home, 'dist', '.stamp')

/** Builds the page when a source is newer than it. */
export async function buildIfStale(say: (line: string) => void): Promise<void> {
  const newest = newestOf([join(home, 'src'), join(home, 'public'), join(home, 'index.html'), join(home, 'vite.config.ts'), join(home, 'package-lock.json')])
  if (existsSync(stamp) && Number(readFileSync(stamp, 'utf8')) >= newest) return
  say('Building the page; this happens once after a change …')
  await built()
  writeFileSync(stamp, String(newest))
}

function newestOf(paths: readonly string[]): number {
  return Math.max(0, ...paths.filter((path) => existsSync(path)).map((path) => {
    const stat = statSync(path)
    if (!stat.isDirectory()) return path.endsWith('.test.ts') ? 0 : stat.mtimeMs
    return newestOf(readdirSync(path).map((name) => join(path, name)))
  }))
}

/** In a process of its own: the bundler's memory goes with it. */
function built(): Promise<void> {
  const child = spawn(process.execPath, [join(home, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'], { cwd: home, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The page could not be built; what is wrong stands above.'))))
  })
}
