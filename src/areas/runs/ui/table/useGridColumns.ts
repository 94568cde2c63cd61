import type { GridColumn, GridLayout } from '#kit/grid/types.ts'
import { aboutColumn, headOf } from '../../domain/shown-column.ts'
import type { ShownColumn } from '../../domain/shown-column.ts'
import type { KeyInfo } from '../cards/card.ts'

export const nameColumn = 'run'

/** The grid's columns and how wide each is; the name stays at the left. */
export function gridColumns(shown: readonly ShownColumn[], keys: readonly KeyInfo[], widths: Readonly<Record<string, number>>, folded: boolean): { readonly columns: readonly GridColumn[]; readonly layout: GridLayout; readonly numeric: readonly boolean[] } {
  const kinds = new Map(keys.map((key) => [`${key.family}.${key.key}`, key.numeric]))
  const numeric = shown.map(({ kind, column: { family, key } }) => kind !== 'spark' && (family === 'metrics' || (kinds.get(`${family}.${key}`) ?? false) || (family === 'attributes' && /time|duration/.test(key))))
  const columns = shown.map((one, i): GridColumn => ({ id: one.text, name: headOf(one), type: '', about: aboutColumn(one), family: numeric[i] ? 'number' : 'text' }))
  const usual = Object.fromEntries(shown.map((one, i) => [one.text, usualWidth(one, { numeric: numeric[i] ?? false, folded })]))
  return {
    columns: [{ id: nameColumn, name: 'Run', type: '', about: 'Run', family: 'text' }, ...columns],
    layout: { order: [], widths: { [nameColumn]: 150, ...usual, ...widths }, pinned: [nameColumn], hidden: [] },
    numeric,
  }
}

/** `folded`: cells hold a mean and its σ. */
function usualWidth(one: ShownColumn, { numeric, folded }: { readonly numeric: boolean; readonly folded: boolean }): number {
  if (one.kind === 'spark') return 70
  if (one.kind === 'delta') return 80
  const named = Math.min(200, Math.ceil(headOf(one).length * 6.4 + 34))
  if (one.column.family === 'metrics') return Math.max(folded ? 136 : 92, named)
  return Math.min(110, Math.max(one.column.family === 'attributes' ? 104 : numeric ? 64 : 84, named))
}
