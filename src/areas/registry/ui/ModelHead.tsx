import { Ellipsis, GitCompareArrows, PackagePlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { Markdown } from '#kit/Markdown.tsx'
import { Menu } from '#kit/Menu.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { plainLine } from '../domain/plain-line.ts'
import { ModelDialog } from './ModelDialog.tsx'
import { modelMenu } from './model-menu.ts'
import { useRegistry } from './useRegistry.ts'
import type { Model } from './VersionsTab.tsx'
import { plural } from './words.ts'

export function ModelHead({ model }: { readonly model: Model }) {
  const actions = useRegistry()
  const [editing, setEditing] = useState(false)
  const [reading, setReading] = useState(false)
  const { name, champion, latest, pending, description, tags } = model
  return (
    <>
      <Toolbar label={`Model ${name}`}>
        <h1 className="ttl clip">{name}</h1>
        <Chip kind={champion ? 'accent' : 'neutral'}>{champion ? `champion v${champion.version}` : 'no champion'}</Chip>
        {pending > 0 && <Chip kind="warn">{plural(pending, 'version')} to decide</Chip>}
        <span className="sp" />
        {champion && latest && champion.version !== latest.version && <Button icon={GitCompareArrows} onPress={() => actions.compare({ model: name, version: champion.version }, { model: name, version: latest.version })}>Newest beside champion</Button>}
        <Button icon={PackagePlus} onPress={() => actions.desk.open('register', { model: name })}>Add a version</Button>
        <Menu label="More" placement="bottom end" items={modelMenu(model, actions, () => setEditing(true)).filter((entry) => !('id' in entry) || entry.id !== 'show')}>
          <Button variant="ghost" icon={Ellipsis} label="More" />
        </Menu>
      </Toolbar>
      <div className="bar slim">
        <span className={`clip ${description ? '' : 'text-ink-3'}`}>{plainLine(description) || 'No description'}</span>
        {description.trim().includes('\n') && <Button variant="ghost" size="s" onPress={() => setReading(true)}>Read all</Button>}
        {tags.map(({ key, value }) => <Chip key={key} title={`${key} = ${value}`}>{value ? `${key}: ${value}` : key}</Chip>)}
        <span className="sp" />
        <Button variant="ghost" size="s" onPress={() => setEditing(true)}>Describe and tag</Button>
      </div>
      {reading && <Dialog title={`About ${name}`} width={720} onClose={() => setReading(false)}><Markdown text={description} /></Dialog>}
      {editing && <ModelDialog model={model} onClose={() => setEditing(false)} />}
    </>
  )
}
