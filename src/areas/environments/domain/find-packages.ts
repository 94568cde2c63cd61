import { packageKey } from './compare.ts'
import type { InstalledPackage } from './environment.ts'

/** Packages whose name or version holds every word; those that begin with the first word stand first. */
export function packagesFound(packages: readonly InstalledPackage[], query: string): InstalledPackage[] {
  const words = query.trim().split(/\s+/).map(packageKey).filter(Boolean)
  const [first = ''] = words
  const fits = packages.filter(({ name, version }) => words.every((word) => packageKey(name).includes(word) || packageKey(version).includes(word)))
  return first === '' ? fits : fits.toSorted((a, b) => Number(packageKey(b.name).startsWith(first)) - Number(packageKey(a.name).startsWith(first)))
}
