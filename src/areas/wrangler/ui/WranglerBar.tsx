import { useQuery } from '@tanstack/react-query'
import { BarChart3, Check, Download, Loader, PanelRight, Redo2, RefreshCw, ScanSearch, Undo2, Upload } from 'lucide-react'
import { datasets } from '#areas/datasets/contract.ts'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { useDesk } from '#kit/desk.ts'
import type { GridLayout } from '#kit/grid/types.ts'
import { Menu } from '#kit/Menu.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { plural } from '#lib/words.ts'
import { asking } from '#wire/ask.ts'
import { titles } from './analysis/titles.ts'
import type { Open } from './Dialogs.tsx'
import { ColumnsMenu } from './grid/ColumnsMenu.tsx'
import { useBench } from './session/bench.ts'
import { VersionMenu } from './VersionMenu.tsx'

interface Props {
  readonly saving: boolean
  readonly next: number
  readonly side: boolean
  readonly onSide: () => void
  readonly layout: GridLayout
  readonly setLayout: (layout: GridLayout) => void
  readonly onOpen: (open: Open) => void
  /** What opens the same rows elsewhere. */
  readonly look: Readonly<Record<string, string>>
}

export function WranglerBar({ saving, next, side, onSide, layout, setLayout, onOpen, look }: Props) {
  const { dataset, rows, undo, redo, canUndo, canRedo } = useBench()
  const desk = useDesk()
  return (
    <Toolbar label="Data set">
      <h1 className="ttl clip">{dataset}</h1>
      <VersionMenu />
      <Chip kind="ok" icon={Check} title="Nothing is sampled: the recipe runs over every row">{plural(rows, 'row')} · all</Chip>
      <SourceNote dataset={dataset} />
      {saving && <span className="text-xs text-ink-3 flex items-center gap-1" role="status"><Loader size={12} className="turn" />saving</span>}
      <span className="sp" />
      <Button variant="ghost" icon={Undo2} label="Undo" keyHint="Mod+Z" disabled={!canUndo} onPress={undo} />
      <Button variant="ghost" icon={Redo2} label="Redo" keyHint="Shift+Mod+Z" disabled={!canRedo} onPress={redo} />
      <ColumnsMenu layout={layout} setLayout={setLayout} />
      <Button variant="ghost" icon={Download} label="Export as a file" onPress={() => onOpen({ dialog: 'export' })} />
      <Button icon={ScanSearch} onPress={() => desk.open('wranglerReport', look)} className="wr-wide">Quality report</Button>
      <Menu label="Analyse" placement="bottom end" items={[...titles].map(([kind, label]) => ({ id: kind, label, run: () => desk.open('wranglerAnalysis', { ...look, kind }) }))}>
        <Button icon={BarChart3} className="wr-wide">Analyse</Button>
      </Menu>
      <Button variant="primary" icon={Upload} onPress={() => onOpen({ dialog: 'publish' })}>Publish v{next}</Button>
      <Button variant="ghost" icon={PanelRight} label={side ? 'Hide the recipe' : 'Show the recipe'} pressed={side} onPress={onSide} />
    </Toolbar>
  )
}

/** Where the file behind the data set is not what was read any more. */
function SourceNote({ dataset }: { readonly dataset: string }) {
  const desk = useDesk()
  const { data } = useQuery(asking(datasets.list, {}))
  const state = data?.find(({ name }) => name === dataset)?.sourceState ?? 'same'
  if (state === 'same') return null
  return <Button size="s" icon={RefreshCw} onPress={() => desk.open('dataset', { dataset })}>{state === 'changed' ? 'Source changed' : 'Source gone'}</Button>
}
