import { useQueryClient } from '@tanstack/react-query'
import { Columns3 } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { withHidden } from '#kit/grid/layout.ts'
import type { GridLayout } from '#kit/grid/types.ts'
import { Menu } from '#kit/Menu.tsx'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { useBench } from '../session/bench.ts'

const statistics = [
  { by: 'missing', label: 'Most missing first' }, { by: 'distinct', label: 'Most distinct first' }, { by: 'name', label: 'By name' }, { by: 'type', label: 'By type' },
] as const

/** Puts the columns in the order of a statistic, and brings back hidden ones. */
export function ColumnsMenu({ layout, setLayout }: { readonly layout: GridLayout; readonly setLayout: (layout: GridLayout) => void }) {
  const { shown, view, columns } = useBench()
  const queries = useQueryClient()
  const desk = useDesk()
  const sort = async (by: (typeof statistics)[number]['by']) => {
    try {
      const values = await queries.fetchQuery({ ...asking(wrangler.statistic, { recipe: shown, view: { ...view, sort: [] }, by }), staleTime: Infinity })
      const ordered = values.toSorted((a, b) => (typeof a.value === 'number' && typeof b.value === 'number' ? b.value - a.value : String(a.value).localeCompare(String(b.value))))
      setLayout({ ...layout, order: ordered.map(({ column }) => column) })
    } catch (error) {
      desk.notify({ kind: 'bad', text: error instanceof Error ? error.message : 'The columns could not be sorted.' })
    }
  }
  const hidden = columns.filter(({ id }) => layout.hidden.includes(id))
  return (
    <Menu
      label="Columns" placement="bottom end"
      items={[
        { kind: 'section', label: 'Sort the columns' },
        ...statistics.map(({ by, label }) => ({ id: by, label, run: () => void sort(by) })),
        { id: 'data', label: 'As in the data', disabled: layout.order.length === 0, run: () => setLayout({ ...layout, order: [] }) },
        { kind: 'line' },
        ...(hidden.length ? [{ id: 'all', label: `Show all ${hidden.length} hidden`, run: () => setLayout({ ...layout, hidden: [] }) }, ...hidden.slice(0, 30).map(({ id, name }) => ({ id: `show ${id}`, label: `Show ${name}`, run: () => setLayout(withHidden(layout, id, false)) }))] : [{ id: 'none', label: 'No column is hidden', disabled: true, run: () => undefined }]),
      ]}
    >
      <Button variant="ghost" icon={Columns3} label={hidden.length ? `Columns, ${hidden.length} hidden` : 'Columns'} />
    </Menu>
  )
}
