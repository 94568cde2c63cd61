/** The parts of a path below an artifact root, or undefined for one that escapes it or could be read as another: MLflow's “Invalid path”. */
export function artifactParts(path: string): readonly string[] | undefined {
  return decodings(path).every(isSafe) ? path.split('/').filter((part) => part !== '' && part !== '.') : undefined
}

function isSafe(path: string): boolean {
  // oxlint-disable-next-line no-control-regex -- a zero byte ends a path for the system
  return !/[#\u0000]|^file:|^[/\\]|^[a-z]:[/\\]/i.test(path) && !path.split('/').includes('..')
}

/** As it is, and as it would be read decoded once or more. */
function decodings(path: string): string[] {
  const all = [path]
  for (let at = path; all.length < 10;) {
    const next = decoded(at)
    if (next === at) return all
    all.push(next)
    at = next
  }
  return ['..']
}

/** Each escape that is valid; Python leaves the others as they are. */
function decoded(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}
