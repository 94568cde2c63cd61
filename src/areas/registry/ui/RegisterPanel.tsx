import { useQuery } from '@tanstack/react-query'
import { Button } from '#kit/Button.tsx'
import { Combo } from '#kit/Combo.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { given } from '#lib/given.ts'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import type { ModelSummary } from '../domain/registered.ts'
import { SourceFields } from './SourceFields.tsx'
import { useRegistration } from './useRegistration.ts'
import { useRegistry } from './useRegistry.ts'
import { plural } from './words.ts'

/** Makes a version: of what a run logged (`run` with `path`, or `loggedModel`), or of files of the workspace (`path` alone). Other areas open it with these params. */
export function RegisterPanel({ params, close }: PanelProps) {
  const { desk, openVersion } = useRegistry()
  const { data: models = [] } = useQuery(asking(registry.models, {}))
  const form = useRegistration(params, (version) => {
    close()
    openVersion(version)
    desk.notify({ kind: 'good', text: `“${version.model}” has version ${version.version}. It waits for a decision.` })
  })
  const files = form.source.kind === 'files'
  const words = files ? { title: 'Import a model', act: 'Import', busy: 'Copying and reading' } : { title: 'Register a model', act: 'Register', busy: 'Registering' }
  return (
    <div className="h-full min-h-0 overflow-auto bg-surface" data-view="register">
      <form className="mx-auto flex max-w-[560px] flex-col gap-4 p-6" aria-labelledby="register-head" onSubmit={(event) => { event.preventDefault(); form.go() }}>
        <h1 id="register-head" className="text-xl font-semibold">{words.title}</h1>
        <SourceFields source={form.source} onChange={form.setSource} />
        <Combo key={form.waits ? 'waits' : 'named'} label="Model" free autoFocus={!form.waits} options={models.map(({ name, versions }) => ({ id: name, label: name, note: plural(versions, 'version') }))} value={form.model === '' ? undefined : form.model} onChange={(name) => form.setModel(name ?? '')} placeholder="name of the model" hint={outcome(form.model, models)} {...given({ error: form.faults.model })} />
        <TextArea label="Description" value={form.description} onChange={form.setDescription} rows={3} placeholder="What changed against the version before" />
        {!files && <Combo label="Alias" free options={['challenger', 'champion'].map((id) => ({ id, label: id }))} value={form.alias} onChange={form.setAlias} placeholder="none" {...given({ error: form.faults.alias })} />}
        {form.error && <ProblemNote error={form.error} />}
        <div className="flex items-center gap-2"><Button variant="primary" submit disabled={!form.ready}>{form.busy ? words.busy : words.act}</Button><Button onPress={close}>Cancel</Button></div>
      </form>
    </div>
  )
}

function outcome(model: string, models: readonly ModelSummary[]): string {
  if (model === '') return 'Choose one that is there, or write a new name.'
  return models.some(({ name }) => name === model) ? `Becomes the next version of “${model}”.` : `“${model}” is new; this becomes its version 1.`
}
