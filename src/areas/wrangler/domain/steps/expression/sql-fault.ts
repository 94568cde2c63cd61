import { nearest } from '../../formula/nearest.ts'

interface Refused {
  /** What the engine said, with its `LINE n: …` and the mark under it. */
  readonly message: string
  /** The whole statement that it read, with the person's query in it on lines of its own. */
  readonly text: string
  readonly sql: string
  readonly names: readonly string[]
}

interface Place { readonly line: number; readonly column: number }

/** The engine's refusal of a person's query in a sentence that begins with its place: `Line 2, column 8: there is no column “dealy” in prev; did you mean “delay”?` */
export function sqlFault({ message, text, sql, names }: Refused): string {
  const place = placeOf({ message, text, sql })
  const says = saysOf(message.replace(/^[A-Z][A-Za-z ]*? Error:\s*/, ''), names)
  return place ? `Line ${place.line}, column ${place.column}: ${says}` : says.charAt(0).toUpperCase() + says.slice(1)
}

function placeOf({ message, text, sql }: Omit<Refused, 'names'>): Place | undefined {
  const marked = /^LINE (\d+): (.*)\n( *)\^/m.exec(message)
  const start = text.indexOf(`\n${sql}\n`)
  if (!marked || start < 0) return undefined
  const [, number = '', excerpt = '', indent = ''] = marked
  const line = Number(number) - linesIn(text.slice(0, start + 1))
  return line < 1 ? undefined : placed({ own: sql.split('\n'), line, at: indent.length - `LINE ${number}: `.length, excerpt, word: nearOf(message) })
}

/** In a refused parse the engine is off by the bytes of letters outside ASCII before, so the word that it names decides. */
function placed({ own, line, at, excerpt, word }: { readonly own: readonly string[]; readonly line: number; readonly at: number; readonly excerpt: string; readonly word: string | undefined }): Place {
  const text = own[line - 1] ?? ''
  const column = excerpt.startsWith('...') ? at + text.indexOf(excerpt.slice(3).replace(/\.\.\.$/, '')) - 3 : at
  if (line > own.length || (word === ')' && text[column] !== ')')) return { line: own.length, column: (own.at(-1)?.length ?? 0) + 1 }
  return { line, column: wordAt(text, word, column) + 1 }
}

/** Where the word stands that is nearest to a place of the line; the place itself where it does not stand. */
function wordAt(line: string, word: string | undefined, place: number): number {
  if (word === undefined || word === '') return place
  const found = line.split(word).slice(0, -1).map((_, i, parts) => parts.slice(0, i + 1).join(word).length)
  return found.toSorted((a, b) => Math.abs(a - place) - Math.abs(b - place))[0] ?? place
}

function nearOf(message: string): string | undefined {
  return /syntax error at or near "(.*)"/.exec(message)?.[1]
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}

type Says = (found: string, message: string, names: readonly string[]) => string
const noColumn: Says = (name, _, names) => `there is no column “${name}” in prev${meant(nearest(name, names))}`

const sayings: readonly (readonly [RegExp, Says])[] = [
  [/^Referenced column "(.+?)" not found/, noColumn],
  [/does not have a column named "(.+?)"/, noColumn],
  [/Function with name "?(.+?)"? does not exist/, (name, message) => `there is no function “${name}”${meant(/Did you mean "(.+?)"/.exec(message)?.[1])}`],
  [/^syntax error at or near "\)"/, () => 'the SELECT ends too early, or a ) stands too much.'],
  [/^syntax error at or near "(.*)"/, (near) => `this makes no sense at “${near}”: look for a misspelt word or a missing comma before it.`],
  [/^No function matches the given name and argument types '(.+?)'/, (call) => `${call} does not fit together: change the type of one with CAST(… AS …).`],
]

function saysOf(message: string, names: readonly string[]): string {
  const [first = ''] = message.split('\n')
  for (const [pattern, says] of sayings) {
    const found = pattern.exec(first)
    if (found) return says(found[1] ?? '', message, names)
  }
  return `${first.replace(/[!.]+$/, '')}.`
}

function meant(name: string | undefined): string {
  return name === undefined ? '.' : `; did you mean “${name}”?`
}
