import type { KeyParts } from './environment.ts'

/** Requirements as far as they matter: no comments, no empty lines, one order. Options keep their place, because pip reads them in order. */
export function normalised(requirements: string): string {
  const lines = requirements.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, '').trim().replaceAll(/\s+/g, ' ')).filter(Boolean)
  const options = lines.filter((line) => line.startsWith('-'))
  return [...options, ...lines.filter((line) => !line.startsWith('-')).sort()].join('\n')
}

/** A `pyproject.toml` as far as it matters: a line counts where it stands. */
export function normalisedProject(text: string): string {
  return text.split(/\r?\n/).map((line) => line.trimEnd()).filter((line) => line !== '' && !/^\s*#/.test(line)).join('\n')
}

/** The text whose SHA-256 is the key of what is built. */
export function keyText({ requirements, included, lock, python, platform, index, installer, worker }: KeyParts): string {
  return JSON.stringify({ v: 1, requirements, ...(included === '' ? {} : { included }), ...(lock === '' ? {} : { lock }), python, platform, index, installer, worker })
}

const words: Readonly<Record<keyof KeyParts, string>> = {
  requirements: 'the requirements', included: 'the files that they include', lock: 'the lock (uv.lock)', python: 'the Python', platform: 'the machine', index: 'the package index', installer: 'the installer', worker: 'the studio’s own Python part',
}

const partNames = ['requirements', 'included', 'lock', 'python', 'platform', 'index', 'installer', 'worker'] as const satisfies readonly (keyof KeyParts)[]

/** Why it must be built anew, in a sentence; empty where nothing changed. */
export function whyRebuilt(before: KeyParts, after: KeyParts): string {
  const changed = partNames.filter((part) => before[part] !== after[part])
  if (changed.length === 0) return ''
  const named = changed.map((part) => words[part])
  const list = named.length === 1 ? named[0] : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
  return `Since it was built, ${list} changed${linesSaid(changed.filter((part) => ofLines.has(part)).map((part) => linesBetween(before[part], after[part])))}.`
}

export interface PartChange { readonly part: string; readonly removed: readonly string[]; readonly added: readonly string[] }

/** All that makes the key and is not as it was, line by line. */
export function changesBetween(before: KeyParts, after: KeyParts): PartChange[] {
  return partNames.filter((part) => before[part] !== after[part]).map((part) => ({ part: `${words[part].charAt(0).toUpperCase()}${words[part].slice(1)}`, ...linesBetween(before[part], after[part]) }))
}

function linesBetween(before: string, after: string): { removed: string[]; added: string[] } {
  const [old, fresh] = [new Set(before.split('\n')), new Set(after.split('\n'))]
  return { removed: [...old].filter((line) => line && !fresh.has(line)), added: [...fresh].filter((line) => line && !old.has(line)) }
}

const ofLines: ReadonlySet<keyof KeyParts> = new Set(['requirements', 'included', 'lock'] as const)

function linesSaid(changes: readonly { readonly removed: readonly string[]; readonly added: readonly string[] }[]): string {
  const lines = changes.flatMap(({ removed, added }) => [...added.map((line) => `+ ${line}`), ...removed.map((line) => `− ${line}`)])
  if (lines.length === 0) return ''
  return ` (${lines.slice(0, 4).join(', ')}${lines.length > 4 ? ` and ${lines.length - 4} more` : ''})`
}
