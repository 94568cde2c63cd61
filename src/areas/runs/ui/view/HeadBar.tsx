import { Columns2, PackageCheck, PanelLeft, PanelRight, Radio, Redo2, SquareSplitHorizontal, Undo2 } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { Menu } from '#kit/Menu.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { usualSplit } from '../../domain/view.ts'
import type { SavedView } from '../../domain/view.ts'
import { AddCard } from '../board/AddCard.tsx'
import { FilterField } from '../filter/FilterField.tsx'
import { ColumnChooser } from '../table/ColumnChooser.tsx'
import { GroupMenu } from '../table/GroupMenu.tsx'
import type { Table } from '../table/useTable.ts'
import { useValue } from '../useValue.ts'
import { useBench } from './bench.ts'
import { ViewChip } from './ViewChip.tsx'

interface Props {
  readonly name: string
  readonly view: SavedView | undefined
  readonly table: Table
  readonly onSave: () => void
  readonly onShare: () => void
  readonly onCompare: () => void
  readonly onRegister: () => void
}

export function HeadBar({ name, view, table, onSave, onShare, onCompare, onRegister }: Props) {
  const { state: { split }, running, linked, undo, redo, canUndo, canRedo, change } = useBench()
  const selected = useValue(linked.selected)
  const refused = useValue(linked.refused)
  const parts = [
    { id: 'both', label: 'Table and cards', icon: SquareSplitHorizontal, checked: split > 0 && split < 1, run: () => change({ split: usualSplit }) },
    { id: 'table', label: 'Table alone', icon: PanelLeft, checked: split === 1, run: () => change({ split: 1 }) },
    { id: 'cards', label: 'Cards alone', icon: PanelRight, checked: split === 0, run: () => change({ split: 0 }) },
  ]
  return (
    <div className="rn-bar">
      <Toolbar label="Runs view">
        <h1 className="ttl clip" title={name}>{name}</h1>
        <ViewChip view={view} onSave={onSave} onShare={onShare} />
        {running > 0 && <Chip kind="ok" icon={Radio} title={`${running} ${running === 1 ? 'run logs' : 'runs log'} now; what they log is seen at once`}>live</Chip>}
        <FilterField problem={table.error?.message} />
        <span className="sp" />
        <span className="rn-count" role="status">{refused || table.error ? 'filter not applied' : countWords(table)}</span>
        <span className="rn-tools">
          <Button variant="ghost" icon={Undo2} label="Undo" keyHint="Mod+Z" disabled={!canUndo} onPress={undo} />
          <Button variant="ghost" icon={Redo2} label="Redo" keyHint="Shift+Mod+Z" disabled={!canRedo} onPress={redo} />
        </span>
        <GroupMenu />
        <ColumnChooser />
        <AddCard />
        <Menu label="Parts" placement="bottom end" items={parts}><Button variant="ghost" icon={SquareSplitHorizontal} label="Table and cards" /></Menu>
        <Button icon={Columns2} disabled={selected.length < 2} onPress={onCompare}><span className="rn-word">Compare</span>{selected.length > 1 ? ` ${Math.min(50, selected.length)}` : ''}</Button>
        <Button variant="primary" icon={PackageCheck} disabled={selected.length !== 1} onPress={onRegister}><span className="rn-word">Register</span></Button>
      </Toolbar>
    </div>
  )
}

function countWords({ rows }: Table): string {
  if (!rows) return ''
  const [matched, all] = [rows.matched.toLocaleString('en-US'), rows.all.toLocaleString('en-US')]
  const ms = rows.ms < 1 ? '< 1 ms' : `${Math.round(rows.ms)} ms`
  return rows.matched === rows.all ? `${all} ${rows.all === 1 ? 'run' : 'runs'} · ${ms}` : `${matched} of ${all} · ${ms}`
}
