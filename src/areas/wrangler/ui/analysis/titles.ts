import type { Analysis } from '../../domain/analysis.ts'

export const titles: ReadonlyMap<Analysis['kind'], string> = new Map([
  ['summary', 'Summary'], ['histogram', 'Histogram'], ['scatter', 'Scatter'], ['correlation', 'Correlation'], ['leakage', 'Target leakage'], ['duplicates', 'Duplicates'],
])

export function analysisTitle(kind: string | undefined): string {
  return [...titles].find(([name]) => name === kind)?.[1] ?? 'Analysis'
}
