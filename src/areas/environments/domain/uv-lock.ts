/** What a `uv.lock` pins, a package a line in the order of the file: for the key of an environment, and for a person to see what changed. */
export function pinsIn(lock: string): string {
  return lock.split(/^\[\[package\]\]$/m).slice(1).map((block) => {
    const [name, version, source] = [/^name = "(.*)"$/m, /^version = "(.*)"$/m, /^source = \{ (?:registry|url|git) = "(.*)" \}$/m].map((field) => field.exec(block)?.[1])
    return `${name}${version === undefined ? '' : `==${version}`}${source === undefined ? '' : ` from ${source}`}`
  }).join('\n')
}

/** Addresses of the package indexes that it was made with. */
export function indexesIn(lock: string): string[] {
  return [...new Set([...lock.matchAll(/^source = \{ registry = "(\w+:\/\/[^"]*)" \}$/gm)].flatMap(([, url]) => url ?? []))]
}
