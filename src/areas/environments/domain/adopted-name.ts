import type { Interpreter } from './environment.ts'

/** A name to offer for a Python that is adopted: its project's folder where it is a venv, else its version. */
export function nameFor(found: Interpreter | undefined, path: string, taken: readonly string[]): string {
  if (path.trim() === '') return ''
  const folders = path.trim().replace(/\/(bin|Scripts)\/[^/]*$/, '').split('/').filter((part) => !['', '~', '.venv', 'venv', 'env'].includes(part))
  const said = found !== undefined && found.kind !== 'venv' ? `python-${found.version}` : (folders.at(-1) ?? 'python')
  const name = said.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-').replace(/^[^a-z0-9]+/, '').slice(0, 60) || 'python'
  return firstFree(name, taken)
}

function firstFree(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  const numbers = Array.from({ length: taken.length + 1 }, (_, i) => `${name}-${i + 2}`)
  return numbers.find((one) => !taken.includes(one)) ?? name
}
