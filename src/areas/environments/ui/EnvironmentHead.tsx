import { useQuery } from '@tanstack/react-query'
import { Ellipsis, FilePen, GitCompareArrows } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Menu } from '#kit/Menu.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { ago, bytesOf, plural, when } from '#lib/words.ts'
import { asking } from '#wire/ask.ts'
import { environments } from '../contract.ts'
import { BuildButton } from './BuildButton.tsx'
import { environmentMenu } from './environment-menu.ts'
import { fileOf } from './environment-file.ts'
import type { Environment } from './environment-file.ts'
import { StateChip } from './StateChip.tsx'
import { kindWords } from './states.ts'
import { useEnvironmentActions } from './useEnvironmentActions.ts'

export function EnvironmentHead({ environment: one, onDelete }: { readonly environment: Environment; readonly onDelete: () => void }) {
  const actions = useEnvironmentActions()
  const { data } = useQuery(asking(environments.list, {}))
  const others = (data?.environments ?? []).filter(({ name }) => name !== one.name)
  const compare = others.length === 0
    ? [{ id: 'none', label: 'There is no other environment', disabled: true, run: () => {} }]
    : others.map(({ name }) => ({ id: name, label: name, run: () => actions.compare(one.name, name) }))
  return (
    <>
      <Toolbar label={`Environment ${one.name}`}>
        <h1 className="ttl clip">{one.name}</h1>
        <span role="status" className="flex"><StateChip environment={one} /></span>
        <span className="sp" />
        {one.kind === 'declared' && <Button icon={FilePen} onPress={() => actions.desk.openFile(fileOf(one))}>{one.declared?.project ? 'Edit pyproject.toml' : 'Edit requirements.txt'}</Button>}
        <Menu label="Compare with" placement="bottom end" items={compare}><Button icon={GitCompareArrows}>Compare with</Button></Menu>
        <BuildButton environment={one} actions={actions} primary />
        <Menu label="More" placement="bottom end" items={environmentMenu(one, actions, onDelete).filter((entry) => !('id' in entry) || !['show', 'settings', 'build'].includes(entry.id)).slice(1)}>
          <Button variant="ghost" icon={Ellipsis} label="More" />
        </Menu>
      </Toolbar>
      <div className="bar slim"><span className="clip text-xs text-ink-2">{factsOf(one).join(' · ')}</span></div>
    </>
  )
}

function factsOf({ kind, python, packages, bytes, built, lastUsed }: Environment): string[] {
  return [
    kindWords[kind], python && `Python ${python}`, packages.length > 0 ? plural(packages.length, 'package') : '', bytes === null ? '' : bytesOf(bytes),
    built === null ? '' : `built ${when(built)}`, lastUsed === null ? '' : `last used ${ago(lastUsed)}`,
  ].filter(Boolean)
}
