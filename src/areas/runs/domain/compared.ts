import { betterOf, isSystem, systemLast } from './column.ts'
import type { ComparedRun } from './shown.ts'

/** A line of the comparison: what each run has under a key, in the order of the runs; undefined where it has none. `best` are the places of the best numbers. */
export interface ComparedLine { readonly key: string; readonly values: readonly (string | number | undefined)[]; readonly same: boolean; readonly best: readonly number[] }
export interface ComparedPart { readonly title: string; readonly numeric: boolean; readonly lines: readonly ComparedLine[] }

/** Runs side by side, part by part; a part that no run has is left out. */
export function comparedParts(all: readonly ComparedRun[]): ComparedPart[] {
  const diffs = [...new Set(all.flatMap(({ git }) => git.diff ?? []))]
  const parts = [
    partOf({ title: 'Metrics', all, numeric: true, of: ({ metrics }) => metrics.map(({ key, last }) => [key, last] as const) }),
    partOf({ title: 'Parameters', all, of: ({ params }) => params.map(pair) }),
    partOf({ title: 'Data', all, of: ({ datasets }) => datasets.map(({ name, digest, context }) => [context ? `${name} (${context})` : name, digest] as const) }),
    partOf({ title: 'Code', all, of: ({ git }) => given([['commit', git.commit], ['branch', git.branch], ['repository', git.repository], ['uncommitted changes', uncommitted(git, diffs)]]) }),
    partOf({ title: 'Environment', all, of: ({ environment }) => (environment ?? []).map(packageOf) }),
    partOf({ title: 'Tags', all, of: ({ tags }) => tags.filter(({ key }) => !key.startsWith('mlflow.')).map(pair) }),
  ]
  return parts.filter(({ lines }) => lines.length > 0)
}

/** Whether the code had changes that were not committed; where runs had different ones, a letter each. */
function uncommitted({ dirty, diff }: ComparedRun['git'], diffs: readonly string[]): string | null {
  if (diff && diffs.length > 1) return `yes (${letterOf(diffs.indexOf(diff))})`
  if (diff) return 'yes'
  return dirty === null ? null : dirty ? 'yes' : 'no'
}

function letterOf(at: number): string {
  return at < 26 ? String.fromCodePoint(65 + at) : String(at + 1)
}

type Pair = readonly [key: string, value: string | number]

function partOf({ title, all, of, numeric = false }: { readonly title: string; readonly all: readonly ComparedRun[]; readonly of: (run: ComparedRun) => readonly Pair[]; readonly numeric?: boolean }): ComparedPart {
  const maps = all.map((run) => new Map(of(run)))
  const keys = [...new Set(maps.flatMap((map) => [...map.keys()]))].sort(systemLast)
  return { title, numeric, lines: keys.map((key) => lineOf(key, maps.map((map) => map.get(key)), numeric)) }
}

function lineOf(key: string, values: readonly (string | number | undefined)[], numeric: boolean): ComparedLine {
  const same = values.every((value) => value === values[0])
  const numbers = values.filter((value) => typeof value === 'number')
  const best = numeric && !isSystem(key) && !same && numbers.length > 1 ? (betterOf(key) === 'lower' ? Math.min(...numbers) : Math.max(...numbers)) : undefined
  return { key, values, same, best: best === undefined ? [] : values.flatMap((value, i) => (value === best ? [i] : [])) }
}

function pair({ key, value }: { readonly key: string; readonly value: string }): Pair {
  return [key, value]
}

function given(pairs: readonly (readonly [string, string | null])[]): Pair[] {
  return pairs.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]))
}

function packageOf(line: string): Pair {
  const [name = line, version = ''] = line.split('==')
  return [name.trim(), version.trim() || 'any']
}

/** The comparison as a Markdown table, for a review or a report. */
export function comparedMarkdown(names: readonly string[], parts: readonly ComparedPart[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const lines = parts.flatMap(({ title, lines: all }) => all.map(({ key, values }) => row([`${title}: ${key}`, ...values.map((value) => String(value ?? ''))])))
  return [row(['', ...names]), row(['---', ...names.map(() => '---')]), ...lines].join('\n')
}
