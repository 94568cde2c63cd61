import { useQuery } from '@tanstack/react-query'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { given } from '#lib/given.ts'
import { asking } from '#wire/ask.ts'
import { environments } from '../contract.ts'
import type { Settings } from './useSettings.ts'

const newest = 'newest'

/** Python, variables and the names of secrets. */
export function SettingsFields({ settings }: { readonly settings: Settings }) {
  const { data: found = [] } = useQuery(asking(environments.interpreters, {}))
  const { python } = settings
  const here = [...new Set(found.filter(({ usable, kind }) => usable && kind !== 'venv').map(({ version }) => version.split('.').slice(0, 2).join('.')))]
  const versions = python === '' || here.includes(python) ? here : [...here, python]
  const options = [{ id: newest, label: 'the newest found' }, ...versions.map((version) => ({ id: version, label: version, ...(here.includes(version) ? {} : { note: 'not here' }) }))]
  return (
    <>
      <div className="grid grid-cols-[160px_minmax(0,1fr)] gap-3">
        <Select label="Python" options={options} value={python || newest} onChange={(next) => settings.setPython(next === newest ? '' : next)} />
        <TextField label="Secrets, by name only" mono value={settings.secrets} onChange={settings.setSecrets} placeholder="API_TOKEN" hint="Values come from the studio’s own variables and are never stored." {...given({ error: settings.secretsProblem })} />
      </div>
      <TextArea label="Variables, NAME=value a line" mono rows={3} value={settings.variables} onChange={settings.setVariables} placeholder="OMP_NUM_THREADS=1" {...given({ error: settings.variablesProblem })} />
    </>
  )
}
