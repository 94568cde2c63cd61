import { copyText } from '#kit/grid/copy.ts'
import type { Area, CopyFormat } from '#kit/grid/types.ts'
import { ask } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { familyOf } from '../../domain/columns.ts'
import type { Column } from '../../domain/columns.ts'
import type { Recipe } from '../../domain/recipe.ts'
import type { View } from '../../domain/view.ts'

const most = 100_000
const size = 2000

/** The selected cells as text, asked for where they are not on screen; says when there are more than it takes. */
export async function copyRows({ recipe, view, columns, areas, format }: { recipe: Recipe; view: View; columns: readonly Column[]; areas: readonly Area[]; format: CopyFormat }): Promise<{ text: string; rows: number; cut: boolean }> {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const blocks = await Promise.all(areas.map(async ({ from, to, columns: ids }) => {
    const last = Math.min(to, from + most)
    const starts = Array.from({ length: Math.ceil((last - from) / size) }, (_, i) => from + i * size)
    const rows: unknown[][] = []
    for (const start of starts) rows.push(...(await ask(wrangler.window, { recipe, view, columns: [...ids], page: { from: start, size: Math.min(size, last - start) } })).rows)
    return { rows, columns: ids.map((id) => ({ name: byId.get(id)?.name ?? id, family: familyOf(byId.get(id)?.type ?? '') })) }
  }))
  return { text: copyText(format, blocks), rows: Math.max(0, ...blocks.map(({ rows }) => rows.length)), cut: areas.some(({ from, to }) => to - from > most) }
}
