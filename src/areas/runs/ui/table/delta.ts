import { betterOf, isSystem } from '../../domain/column.ts'
import { deltaText } from '../../domain/figures.ts'

export interface Delta { readonly text: string; readonly verdict: 'better' | 'worse' | 'same' | 'neither' }

/** How a value differs from the baseline's, and whether that is good for what the metric means. */
export function deltaOf(key: string, value: number, base: number): Delta {
  const change = value - base
  if (change === 0 || Math.abs(change) < Math.abs(base) * 1e-12) return { text: '0', verdict: 'same' }
  return { text: deltaText(change, base), verdict: isSystem(key) ? 'neither' : change > 0 === (betterOf(key) === 'higher') ? 'better' : 'worse' }
}
