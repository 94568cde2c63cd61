import { formOf } from '../domain/form/prefill.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { FilterDialog } from './grid/FilterDialog.tsx'
import { GoToRow } from './grid/GoToRow.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { AddStep } from './recipe/AddStep.tsx'
import { useBench } from './session/bench.ts'
import { useTotal } from './grid/useTotal.ts'

export type Open = { readonly dialog: 'add' | 'publish' | 'export' | 'row' } | { readonly dialog: 'filter'; readonly column: string | undefined }

export function Dialogs({ open, path, next, onClose, onGo }: { readonly open: Open; readonly path: string | null; readonly next: number; readonly onClose: () => void; readonly onGo: (row: number) => void }) {
  const { startDraft, column, columns } = useBench()
  const total = useTotal()
  const looked = columns.find(({ id }) => id === column)
  switch (open.dialog) {
    case 'add': return <AddStep onClose={onClose} onChoose={(op) => { onClose(); startDraft(op, looked ? formOf(op, looked) : {}) }} />
    case 'publish': return <PublishDialog path={path} next={next} onClose={onClose} />
    case 'export': return <ExportDialog onClose={onClose} />
    case 'row': return <GoToRow count={total} onGo={onGo} onClose={onClose} />
    case 'filter': return <FilterDialog column={open.column} onClose={onClose} />
  }
}
