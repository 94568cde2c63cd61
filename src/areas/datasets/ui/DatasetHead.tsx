import { ChevronDown, Ellipsis, Pencil, RefreshCw, Table2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { Menu } from '#kit/Menu.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import type { Dataset, Version } from '../domain/dataset.ts'
import { AboutDialog } from './AboutDialog.tsx'
import { datasetMenu } from './dataset-menu.ts'
import { RenameDialog } from './RenameDialog.tsx'
import { StateMark } from './StateMark.tsx'
import { useDatasetActions } from './useDatasetActions.ts'
import { bytesOf, countOf, formatWords } from './words.ts'

/** Which version is shown, what it holds, and what can be done with it. */
export function DatasetHead({ dataset, version, onVersion }: { readonly dataset: Dataset; readonly version: Version; readonly onVersion: (version: number) => void }) {
  const actions = useDatasetActions()
  const [renaming, setRenaming] = useState(false)
  const [editing, setEditing] = useState(false)
  const { name, latest, versions, sourceState } = dataset
  const table = version.format !== 'images' && version.format !== 'texts'
  const source = version.source.startsWith('.atelier/') ? 'made in the studio' : version.source
  const numbers = Array.from({ length: versions }, (_, i) => versions - i)
  return (
    <>
      <Toolbar label={`Data set ${name}`}>
        <h1 className="ttl clip">{name}</h1>
        <Menu label="Versions" items={numbers.map((one) => ({ id: String(one), label: `Version ${one}${one === latest.version ? ', the newest' : ''}`, checked: one === version.version, run: () => onVersion(one) }))}>
          <Button variant="ghost" size="s">v{version.version}<ChevronDown size={12} /></Button>
        </Menu>
        <Chip kind="ok">{countOf(version.rows)} {table ? 'rows' : 'files'} · exact</Chip>
        <StateMark state={sourceState} />
        <span className="sp" />
        {sourceState === 'changed' && <Button icon={RefreshCw} disabled={actions.refreshing} onPress={() => actions.refresh(name)}>Refresh</Button>}
        {table && <Button variant="primary" icon={Table2} onPress={() => actions.openWrangler(name, version.version === latest.version ? undefined : version.version)}>Open in wrangler</Button>}
        <Menu label="More" placement="bottom end" items={datasetMenu(dataset, actions, () => setRenaming(true)).filter((entry) => !('id' in entry) || (entry.id !== 'show' && entry.id !== 'wrangle'))}>
          <Button variant="ghost" icon={Ellipsis} label="More" />
        </Menu>
      </Toolbar>
      <div className="bar slim">
        <span className="clip" title={version.source}>{formatWords[version.format]} · {source} · {bytesOf(version.bytes)} · {version.columns.length} columns</span>
        {version.tags.map((tag) => <Chip key={tag} kind="accent">{tag}</Chip>)}
        {version.note && <span className="clip" title={version.note}>{version.note}</span>}
        <span className="sp" />
        <Button variant="ghost" size="s" icon={Pencil} onPress={() => setEditing(true)}>{version.note || version.tags.length > 0 ? 'Note and tags' : 'Add a note'}</Button>
      </div>
      {renaming && <RenameDialog dataset={name} onClose={() => setRenaming(false)} onDone={(next) => actions.open(next)} />}
      {editing && <AboutDialog version={version} onClose={() => setEditing(false)} />}
    </>
  )
}
