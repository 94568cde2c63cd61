import { useQuery } from '@tanstack/react-query'
import { Database, FileText, Plus, X } from 'lucide-react'
import { datasets } from '#areas/datasets/contract.ts'
import { files } from '#areas/files/contract.ts'
import { Button } from '#kit/Button.tsx'
import { Combo } from '#kit/Combo.tsx'
import { Field } from '#kit/Field.tsx'
import { Menu } from '#kit/Menu.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { asking } from '#wire/ask.ts'
import { inputName } from '../domain/draft.ts'
import type { JobInput } from '../domain/job-file.ts'
import type { FormProps } from './TrainForm.tsx'

/** What the work reads; the versions are fixed when it starts and stand in the run. */
export function InputFields({ draft, change, problems }: FormProps & { readonly problems: readonly { readonly where: string; readonly text: string }[] }) {
  const { inputs } = draft
  const add = (input: JobInput) => change({ inputs: [...inputs, input] })
  const faultOf = ({ name }: JobInput, i: number) => problems.find(({ where }) => where === `inputs.${name}`)?.text ?? (i === 0 ? problems.find(({ where }) => where === 'inputs')?.text : undefined)
  const free = (name: string) => (inputs.some((one) => one.name === name) ? `${name}_${inputs.length + 1}` : name)
  return (
    <Field label="Data that it reads" {...(inputs.length === 0 ? { hint: 'Data set versions are given as paths and recorded with the run, so that a model leads back to them.' } : {})}>
      <div className="flex flex-col gap-2">
        {inputs.map((input, i) => <InputRow key={i} input={input} fault={faultOf(input, i)} onChange={(next) => change({ inputs: inputs.map((one, at) => (at === i ? next : one)) })} onRemove={() => change({ inputs: inputs.filter((_, at) => at !== i) })} />)}
        <div>
          <Menu label="Add data" items={[{ id: 'dataset', label: 'A data set', icon: Database, run: () => add({ kind: 'dataset', name: free('DATA'), dataset: '' }) }, { id: 'file', label: 'A file', icon: FileText, run: () => add({ kind: 'file', name: free('FILE'), path: '' }) }]}>
            <Button size="s" icon={Plus}>Add data</Button>
          </Menu>
        </div>
      </div>
    </Field>
  )
}

interface RowProps { readonly input: JobInput; readonly fault: string | undefined; readonly onChange: (input: JobInput) => void; readonly onRemove: () => void }

function InputRow({ input, fault, onChange, onRemove }: RowProps) {
  const { name } = input
  return (
    <div className="flex flex-col gap-1" role="group" aria-label={`Input ${name}`}>
      <div className="grid grid-cols-[minmax(0,1fr)_110px_28px] items-start gap-2">
        {input.kind === 'dataset' ? <DatasetPick input={input} onChange={onChange} /> : <FilePick input={input} onChange={onChange} />}
        <Button variant="ghost" icon={X} label={`Take out ${name}`} onPress={onRemove} />
      </div>
      <div className="flex items-center gap-1.5 text-xs text-ink-3">
        <span className="flex-none">as</span><span className="font-mono">ATELIER_INPUT_</span>
        <div className="w-[150px]"><TextField label="Name" hideLabel mono value={name} onChange={(next) => { if (/^[A-Za-z_]\w*$/.test(next)) onChange({ ...input, name: next }) }} /></div>
      </div>
      {fault && (input.kind === 'file' ? input.path : input.dataset) !== '' && <span className="text-xs text-bad" role="alert">{fault}</span>}
    </div>
  )
}

function DatasetPick({ input, onChange }: { readonly input: Extract<JobInput, { kind: 'dataset' }>; readonly onChange: (input: JobInput) => void }) {
  const { data: list = [] } = useQuery(asking(datasets.list, {}))
  const { data: history = [] } = useQuery({ ...asking(datasets.history, { dataset: input.dataset }), enabled: input.dataset !== '', retry: false })
  const versions = [{ id: '', label: history[0] ? `newest (v${history[0].version})` : 'newest' }, ...history.map(({ version, rows }) => ({ id: String(version), label: `v${version}`, note: `${rows.toLocaleString('en-US')} rows` }))]
  const choose = (dataset: string | undefined) => onChange({ kind: 'dataset', name: /^DATA(_\d+)?$/.test(input.name) && dataset ? inputName(dataset) : input.name, dataset: dataset ?? '' })
  return (
    <>
      <Combo label="Data set" hideLabel options={list.map(({ name, latest }) => ({ id: name, label: name, note: `${latest.rows.toLocaleString('en-US')} rows` }))} value={input.dataset || undefined} onChange={choose} placeholder="data set" />
      <Select label="Version" hideLabel options={versions} value={input.version === undefined ? '' : String(input.version)} onChange={(version) => onChange({ kind: 'dataset', name: input.name, dataset: input.dataset, ...(version === '' ? {} : { version: Number(version) }) })} />
    </>
  )
}

function FilePick({ input, onChange }: { readonly input: Extract<JobInput, { kind: 'file' }>; readonly onChange: (input: JobInput) => void }) {
  const { data } = useQuery({ ...asking(files.search, { text: input.path.slice(0, 200), limit: 100 }), placeholderData: (last) => last })
  return <div className="col-span-2"><Combo label="File" hideLabel free options={(data?.found ?? []).map(({ path, kind }) => ({ id: path, label: path, note: kind }))} value={input.path || undefined} onChange={(path) => onChange({ ...input, path: path ?? '' })} placeholder="data/file.csv" /></div>
}
