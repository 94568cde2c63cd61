import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { given } from '#lib/given.ts'
import { useCommand } from '#wire/ask.ts'
import { environments } from '../contract.ts'
import { EnvironmentName } from '../domain/environment.ts'
import { SettingsFields } from './SettingsFields.tsx'
import { useEnvironmentActions } from './useEnvironmentActions.ts'
import { useSettings } from './useSettings.ts'

const kinds = [{ id: 'requirements', label: 'requirements.txt' }, { id: 'project', label: 'pyproject.toml' }] as const
type Kind = (typeof kinds)[number]['id']
const labels: Readonly<Record<Kind, string>> = { requirements: 'Requirements, one a line', project: 'Project' }
const firstOf: Readonly<Record<Kind, (name: string) => string>> = { requirements: () => '', project: projectOf }

/** Declares an environment: its files are written, and it is built at once where that is asked. */
export function NewDialog({ taken, onClose }: { readonly taken: readonly string[]; readonly onClose: () => void }) {
  const actions = useEnvironmentActions()
  const saving = useCommand(environments.save)
  const settings = useSettings({ python: '', variables: {}, secrets: [] })
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>('requirements')
  const [texts, setTexts] = useState<Readonly<Partial<Record<Kind, string>>>>({})
  const text = texts[kind] ?? firstOf[kind](name)
  const problem = problemOf(name, taken)
  const ready = problem === undefined && settings.problem === undefined && !saving.isPending
  const create = (build: boolean) => {
    if (!ready) return
    saving.mutate({ declared: { name, requirements: text, project: kind === 'project', ...settings.values }, create: true }, {
      onSuccess: ({ state }) => {
        onClose()
        if (build && state === 'unbuilt') actions.build(name)
        actions.open(name, build && state === 'unbuilt' ? 'log' : 'overview')
      },
    })
  }
  return (
    <Dialog title="New environment" width={560} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button disabled={!ready} onPress={() => create(false)}>Create</Button><Button variant="primary" disabled={!ready} onPress={() => create(true)}>Create and build</Button></>}>
      <form aria-label="New environment" className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); create(true) }}>
        <TextField label="Name" value={name} onChange={setName} autoFocus mono onEnter={() => create(true)} hint={`A folder of the workspace: environments/${name || 'NAME'}`} {...given({ error: name === '' ? undefined : problem })} />
        <div className="flex flex-col gap-2">
          <div className="flex"><Segmented label="What declares the packages" options={kinds} value={kind} onChange={setKind} /></div>
          <TextArea label={labels[kind]} mono rows={7} value={text} onChange={(next) => setTexts({ ...texts, [kind]: next })} placeholder={'pandas>=3\nscikit-learn'} />
        </div>
        <SettingsFields settings={settings} />
        {saving.error && <ProblemNote error={saving.error} />}
      </form>
    </Dialog>
  )
}

function problemOf(name: string, taken: readonly string[]): string | undefined {
  if (taken.includes(name)) return `There is already an environment “${name}”.`
  return EnvironmentName.safeParse(name).success ? undefined : 'Small letters, digits, dot, dash and underscore, 64 at most; a letter or digit first.'
}

function projectOf(name: string): string {
  return `[project]\nname = "${name || 'my-environment'}"\nversion = "0"\nrequires-python = ">=3.9"\ndependencies = [\n]\n`
}
