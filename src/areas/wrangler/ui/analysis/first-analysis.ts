import { never } from '#lib/never.ts'
import type { Analysis } from '../../domain/analysis.ts'
import { isNumeric } from '../../domain/columns.ts'
import type { Column } from '../../domain/columns.ts'

/** What is asked before anybody chose: the first columns that fit; undefined when there are none. */
export function firstAnalysis(kind: Analysis['kind'], columns: readonly Column[]): Analysis | undefined {
  const numeric = columns.filter(({ type }) => isNumeric(type))
  const [x, y] = numeric
  switch (kind) {
    case 'histogram': {
      const [first] = numeric.length ? numeric : columns
      return first && { kind, column: first.id, bins: 40 }
    }
    case 'scatter': return x && y && { kind, x: x.id, y: y.id }
    case 'summary': return { kind }
    case 'correlation': return x && y && { kind, method: 'pearson' }
    case 'leakage': {
      const last = columns.at(-1)
      return last && { kind, target: last.id }
    }
    case 'duplicates': return { kind, columns: [] }
    default: return never(kind)
  }
}
