import { Declared } from './environment.ts'

/** Variables as a person types them, `NAME=value` a line; the sentence says which line is none. */
export function variablesIn(text: string): { readonly variables: Readonly<Record<string, string>>; readonly problem?: string } {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  const wrong = lines.find((line) => !/^[A-Za-z_]\w*=/.test(line))
  const variables = Object.fromEntries(lines.filter((line) => line.includes('=')).map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]))
  return wrong === undefined ? { variables } : { variables: {}, problem: `“${wrong.slice(0, 60)}” is not NAME=value.` }
}

export function variablesText(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables).map(([name, value]) => `${name}=${value}`).join('\n')
}

/** Names of secrets, parted by commas, spaces or lines. A value among them is refused, so that none is ever written to a file. */
export function secretsIn(text: string): { readonly secrets: readonly string[]; readonly problem?: string } {
  const names = [...new Set(text.split(/[\s,;]+/).filter(Boolean))]
  if (names.some((name) => name.includes('='))) return { secrets: [], problem: 'Only the names: the values are taken from the variables that the studio was started with.' }
  const parsed = Declared.shape.secrets.safeParse(names)
  return parsed.success ? { secrets: names } : { secrets: [], problem: 'Names of letters, digits and underscore, 50 at most, such as API_TOKEN.' }
}
