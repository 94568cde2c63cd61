import type { Analysis } from '../../domain/analysis.ts'

export const titles: Readonly<Record<Analysis['kind'], string>> = {
  histogram: 'Histogram', scatter: 'Scatter', summary: 'Summary', correlation: 'Correlation', leakage: 'Target leakage', duplicates: 'Duplicates',
}

export function analysisTitle(kind: string | undefined): string {
  return Object.entries(titles).find(([name]) => name === kind)?.[1] ?? 'Analysis'
}
