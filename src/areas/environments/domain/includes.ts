const option = /^(?:-([rc])\s*|--(requirement|constraint)(?:\s*=\s*|\s+))(.+)$/

export interface Include {
  /** As it is written: relative to the file that holds the line. */
  readonly target: string
  /** What it names is only held to these versions, not installed. */
  readonly constraint: boolean
}

/** Files that normalised requirements include by `-r` and `-c`; addresses on the web are the installer's own business. */
export function includesIn(requirements: string): Include[] {
  return requirements.split('\n').flatMap((line) => includeOf(line) ?? [])
}

/** The same requirements with other names for the files that they include. */
export function withIncludes(requirements: string, nameOf: (target: string) => string): string {
  return requirements.split('\n').map((line) => {
    const include = includeOf(line)
    return include ? `${include.constraint ? '-c' : '-r'} ${nameOf(include.target)}` : line
  }).join('\n')
}

function includeOf(line: string): Include | undefined {
  const [, short, long, rest = ''] = option.exec(line) ?? []
  const target = rest.trim().replace(/^(["'])(.*)\1$/, '$2')
  if (target === '' || /^(?!file:)[a-z][a-z0-9+.-]+:\/\//i.test(target)) return undefined
  return { target, constraint: (short ?? long)?.startsWith('c') === true }
}
