import { packageKey } from './compare.ts'

/** Names of the packages that requirements name, as package indexes spell them (PEP 503). */
export function declaredNames(requirements: string): ReadonlySet<string> {
  const names = requirements.split('\n').flatMap((line) => /^\s*["']?([A-Za-z0-9][A-Za-z0-9._-]*)/.exec(line.replace(/#.*/, ''))?.[1] ?? [])
  return new Set(names.map(packageKey))
}
