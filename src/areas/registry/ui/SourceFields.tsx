import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { files } from '#areas/files/contract.ts'
import { runs } from '#areas/runs/contract.ts'
import { Combo } from '#kit/Combo.tsx'
import { Field } from '#kit/Field.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { TextField } from '#kit/TextField.tsx'
import { asking } from '#wire/ask.ts'

export type Source = { readonly kind: 'run'; readonly run: string; readonly path: string } | { readonly kind: 'logged'; readonly id: string } | { readonly kind: 'files'; readonly path: string }

const kinds = [{ id: 'run', label: 'A run' }, { id: 'logged', label: 'A logged model' }, { id: 'files', label: 'Files of the workspace' }] as const
const none = { run: { kind: 'run', run: '', path: '' }, logged: { kind: 'logged', id: '' }, files: { kind: 'files', path: '' } } as const satisfies Record<Source['kind'], Source>

/** Where the version comes from. */
export function SourceFields({ source, onChange }: { readonly source: Source; readonly onChange: (source: Source) => void }) {
  return (
    <>
      <Field label="From"><Segmented label="From" options={kinds} value={source.kind} onChange={(kind) => onChange(none[kind])} /></Field>
      {source.kind === 'run' && <RunFields source={source} onChange={onChange} />}
      {source.kind === 'logged' && <TextField label="Id of the logged model" value={source.id} onChange={(id) => onChange({ kind: 'logged', id: id.trim() })} mono placeholder="m-0123…" hint="As mlflow prints it; the run’s page lists its logged models." />}
      {source.kind === 'files' && <FileField path={source.path} onChange={(path) => onChange({ kind: 'files', path })} />}
    </>
  )
}

function RunFields({ source: { run, path }, onChange }: { readonly source: Extract<Source, { kind: 'run' }>; readonly onChange: (source: Source) => void }) {
  const id = useDeferredValue(run.trim())
  const { data, error } = useQuery({ ...asking(runs.run, { id }), enabled: /^[\w-]{8,}$/.test(id), retry: false })
  const logged = data?.models ?? []
  return (
    <>
      <TextField label="Id of the run" value={run} onChange={(next) => onChange({ kind: 'run', run: next.trim(), path })} mono placeholder="32 letters and digits" hint={data ? `“${data.name}” of ${data.experimentName}, ${data.status.toLowerCase()}` : 'The button Register on a run’s page fills this in.'} {...(error ? { error: error.message } : {})} />
      <Combo label="What it logged" free options={logged.map(({ id: model, name }) => ({ id: name, label: name, note: model }))} value={path === '' ? undefined : path} onChange={(next) => onChange({ kind: 'run', run, path: next ?? '' })} placeholder={logged.at(-1)?.name ?? 'model'} hint={path === '' && logged.length > 0 ? `Left empty, the last that it logged: ${logged.at(-1)?.name}.` : 'The name of a logged model, or a folder of artifacts that holds an MLmodel.'} />
    </>
  )
}

function FileField({ path, onChange }: { readonly path: string; readonly onChange: (path: string) => void }) {
  const text = useDeferredValue(path)
  const { data } = useQuery({ ...asking(files.search, { text: text.slice(0, 200), limit: 100 }), placeholderData: (last) => last })
  const found = (data?.found ?? []).filter((one) => one.kind === 'folder' || /(\.onnx|\.pkl|\.pickle|\.joblib|\.pt|\.pth|\.sav|MLmodel)$/i.test(one.path))
  return <Combo label="Folder or file" free options={found.slice(0, 50).map((one) => ({ id: one.path, label: one.path, note: one.kind }))} value={path === '' ? undefined : path} onChange={(next) => onChange(next ?? '')} placeholder="models/churn" hint="A folder with an MLmodel file, an ONNX file, or a pickled file; pickles are kept as they are and never opened." />
}
