import { never } from '#lib/never.ts'
import { Analysis } from '../../domain/analysis.ts'
import { familyOf, isNumeric } from '../../domain/columns.ts'
import type { Column } from '../../domain/columns.ts'
import { titles } from './titles.ts'

export function kindOf(text: string | undefined): Analysis['kind'] {
  return [...titles.keys()].find((kind) => kind === text) ?? 'summary'
}

/** What an address asks; where it asks nothing, the first columns that fit. */
export function askedOf(text: string | undefined, columns: readonly Column[], kind: Analysis['kind']): Analysis | undefined {
  const parsed = Analysis.safeParse(jsonOf(text))
  return parsed.success && parsed.data.kind === kind ? parsed.data : firstAnalysis(kind, columns)
}

/** Undefined when no column fits. */
function firstAnalysis(kind: Analysis['kind'], columns: readonly Column[]): Analysis | undefined {
  const numeric = columns.filter(({ type }) => isNumeric(type))
  const [x, y] = numeric
  switch (kind) {
    case 'histogram': {
      const [first] = numeric.length ? numeric : columns
      return first && { kind, column: first.id, bins: 40 }
    }
    case 'scatter': return x && y && { kind, x: x.id, y: y.id }
    case 'summary': return { kind }
    case 'correlation': return columns.length > 1 ? { kind, method: x && y ? 'pearson' : 'cramer' } : undefined
    case 'leakage': {
      const target = columns.findLast(({ type }) => isNumeric(type) || familyOf(type) === 'boolean') ?? columns.at(-1)
      return target && { kind, target: target.id }
    }
    case 'duplicates': return { kind, columns: [] }
    default: return never(kind)
  }
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
