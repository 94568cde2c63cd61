import { isNumericFamily } from './format.ts'
import { typeChip } from './type-chip.ts'
import type { GridColumn } from './types.ts'

/** The width at which a column's name and the texts now in view are seen whole. */
export function fittingWidth(column: GridColumn, texts: readonly string[]): number {
  const canvas = document.createElement('canvas').getContext('2d')
  const style = getComputedStyle(document.documentElement)
  const family = style.getPropertyValue(isNumericFamily(column.family) || column.family === 'nested' ? '--mono' : '--font')
  if (!canvas) return 160
  canvas.font = `450 12px ${family}`
  const widest = Math.max(0, ...texts.map((text) => canvas.measureText(text).width))
  canvas.font = `600 12px ${style.getPropertyValue('--font')}`
  const name = canvas.measureText(column.name).width + typeChip(column.type).length * 6 + (column.badge ? 44 : 0) + 60
  return Math.ceil(Math.min(600, Math.max(widest + 24, name)))
}
