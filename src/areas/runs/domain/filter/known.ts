import type { Family } from '../column.ts'
import type { Condition } from './condition.ts'

/** What runs have logged: which families hold a key, and all keys there are. */
export interface Known { readonly familiesOf: (key: string) => readonly Family[]; readonly keys: () => readonly string[] }
interface Key { readonly family: Family; readonly key: string }

const logged: readonly Family[] = ['metrics', 'params', 'tags']

export function knownOf(all: readonly Key[]): Known {
  const own = all.filter(({ family }) => logged.includes(family))
  return { familiesOf: (wanted) => own.filter(({ key }) => key === wanted).map(({ family }) => family), keys: () => [...new Set(own.map(({ key }) => key))] }
}

export function notLogged(key: string, known: Known): string {
  const near = nearest(key, known.keys())
  return `No run logged “${key}”.${near === undefined ? '' : ` Did you mean ${near}?`}`
}

/** The first key of a condition that no run has, in a sentence; undefined where all are there. */
export function missingKey(condition: Condition, known: Known): string | undefined {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.map((part) => missingKey(part, known)).find((said) => said !== undefined)
  if (condition.kind === 'not') return missingKey(condition.of, known)
  const { family, key } = condition.column
  return logged.includes(family) && !known.familiesOf(key).includes(family) ? elsewhere(key, known) : undefined
}

function elsewhere(key: string, known: Known): string {
  const [other] = known.familiesOf(key)
  return other === undefined ? notLogged(key, known) : `“${key}” is there as ${other}.${key} only.`
}

/** The key that is fewest letters away, where that is few for its length; the case counts little. */
function nearest(wanted: string, keys: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(wanted.length / 3))
  const found = keys.map((key) => ({ key, away: distance(wanted.toLowerCase(), key.toLowerCase()) })).filter(({ away }) => away <= most).toSorted((a, b) => a.away - b.away)
  return found[0]?.key ?? keys.find((key) => wanted.length > 2 && key.toLowerCase().includes(wanted.toLowerCase()))
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + Number(letter !== b[j - 1])))
    row = next
  }
  return row[b.length] ?? 0
}
