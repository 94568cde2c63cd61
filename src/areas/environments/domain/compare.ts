interface Installed { readonly name: string; readonly version: string }

/** One thing that two sides may hold, by its name; null where a side lacks it. */
export interface Difference { readonly name: string; readonly left: string | null; readonly right: string | null }

export type Change = 'same' | 'added' | 'removed' | 'changed'

/** Packages of two environments side by side; `Some_Name` and `some-name` are one package (PEP 503). */
export function packagesCompared(left: readonly Installed[], right: readonly Installed[]): Difference[] {
  const [a, b] = [left, right].map((packages) => new Map(packages.map((one) => [packageKey(one.name), one])))
  return [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])].sort().map((key) => {
    const [one, other] = [a?.get(key), b?.get(key)]
    return { name: one?.name ?? other?.name ?? key, left: one?.version ?? null, right: other?.version ?? null }
  })
}

/** Values of two sides by their exact names. */
export function valuesCompared(left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>): Difference[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].sort().map((name) => ({ name, left: left[name] ?? null, right: right[name] ?? null }))
}

/** What became of it from left to right. */
export function changeOf({ left, right }: Difference): Change {
  if (left === right) return 'same'
  if (left === null) return 'added'
  return right === null ? 'removed' : 'changed'
}

export function packageKey(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-')
}
