import type { Parameter } from '#stats/ped-anova.ts'
import { pedAnova } from '#stats/ped-anova.ts'
import { betterOf, columnOf } from '../../../domain/column.ts'
import type { CellValue } from '../../../domain/query.ts'
import { columnData, textsOf } from '../column-data.ts'
import type { ColumnData } from '../column-data.ts'

export interface Importance {
  readonly shares: readonly { readonly column: string; readonly label: string; readonly share: number; readonly missing: number }[]
  readonly left: readonly { readonly label: string; readonly why: string }[]
  readonly runs: number
  readonly good: number
  readonly top: number
  readonly aim: 'lower' | 'higher'
}

const mostTexts = 40

/** The params' importance for a metric. The best tenth counts as good, more where that would be fewer than five runs, at most a quarter. */
export function importanceOf(target: string, params: readonly string[], cells: readonly (readonly CellValue[])[]): Importance {
  const column = columnOf(target)
  const aim = column?.summary === 'min' || (column && betterOf(column.key) === 'lower') ? 'lower' : 'higher'
  const goal = columnData(target, cells[0] ?? []).values.map((value) => (typeof value === 'number' ? value : Number.NaN))
  const kept = goal.flatMap((value, at) => (Number.isFinite(value) ? [at] : []))
  const read = params.map((param, i) => {
    const data = columnData(param, kept.map((at) => cells[i + 1]?.[at] ?? null))
    return { data, why: unfit(data) }
  })
  const top = Math.max(0.1, Math.min(0.25, 5 / Math.max(1, kept.length)))
  const used = read.flatMap(({ data, why }) => (why === undefined ? [data] : []))
  const { shares, good, runs } = pedAnova({ target: kept.map((at) => goal[at] ?? 0), aim, parameters: used.map(parameterOf), top })
  return {
    aim, top, good, runs, left: read.flatMap(({ data, why }) => (why === undefined ? [] : [{ label: data.label, why }])),
    shares: used.map(({ column: name, label, values }, i) => ({ column: name, label, share: shares[i] ?? 0, missing: values.filter((value) => value === null).length })).sort((a, b) => b.share - a.share),
  }
}

/** Why a param cannot be judged; undefined where it can. */
function unfit({ values, kind }: ColumnData): string | undefined {
  const known = values.filter((value) => value !== null)
  const texts = new Set(known)
  if (texts.size === 0) return 'no run has it'
  if (texts.size === 1) return `always ${String(known[0])}`
  if (kind === 'text' && texts.size > mostTexts) return `${texts.size} different texts`
  return kind === 'text' && texts.size > known.length / 2 && texts.size > 8 ? 'a text of its own in nearly every run' : undefined
}

function parameterOf({ column, values, kind }: ColumnData): Parameter {
  if (kind === 'text') return { name: column, values, domain: { kind: 'choice', choices: textsOf(values) } }
  const numbers = values.flatMap((value) => (typeof value === 'number' ? [value] : []))
  const [low, high] = [numbers.reduce((a, b) => Math.min(a, b), Infinity), numbers.reduce((a, b) => Math.max(a, b), -Infinity)]
  return { name: column, values, domain: { kind: 'number', low, high, log: kind === 'log', whole: numbers.every(Number.isInteger) } }
}
