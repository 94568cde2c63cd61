interface Installed { readonly name: string; readonly version: string }

/** Packages of two environments side by side, by name. */
export function packagesCompared(left: readonly Installed[], right: readonly Installed[]): { name: string; left: string | null; right: string | null }[] {
  const [a, b] = [byName(left), byName(right)]
  const names = [...new Set([...a.keys(), ...b.keys()])].sort()
  return names.map((key) => {
    const [one, other] = [a.get(key), b.get(key)]
    return { name: one?.name ?? other?.name ?? key, left: one?.version ?? null, right: other?.version ?? null }
  })
}

function byName(packages: readonly Installed[]): ReadonlyMap<string, Installed> {
  return new Map(packages.map((one) => [one.name.toLowerCase(), one]))
}
