import { useQuery } from '@tanstack/react-query'
import { environments } from '#areas/environments/contract.ts'
import { stateWords } from '#areas/environments/domain/environment.ts'
import { runs } from '#areas/runs/contract.ts'
import { Combo } from '#kit/Combo.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { asking } from '#wire/ask.ts'
import type { Draft } from '../domain/draft.ts'
import { EachFields } from './EachFields.tsx'
import { InputFields } from './InputFields.tsx'
import { MoreFields } from './MoreFields.tsx'
import { ResourceFields } from './ResourceFields.tsx'
import { WorkFields } from './WorkFields.tsx'

export interface FormProps { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void }

const none = { id: '(none)', label: 'None', note: 'programs of this machine' }

/** All of a job file as fields. */
export function TrainForm({ draft, change, problems }: FormProps & { readonly problems: readonly { readonly where: string; readonly text: string }[] }) {
  const { data: known } = useQuery(asking(environments.list, {}))
  const { data: experiments = [] } = useQuery(asking(runs.experiments, {}))
  const errorAt = (where: string) => { const found = problems.find((one) => one.where === where); return found ? { error: found.text } : {} }
  const choices = (known?.environments ?? []).map(({ name, state }) => ({ id: name, label: name, note: stateWords[state] }))
  const all = draft.environment === '' || choices.some(({ id }) => id === draft.environment) ? choices : [...choices, { id: draft.environment, label: draft.environment, note: 'not there' }]
  return (
    <div className="mx-auto flex max-w-[680px] flex-col gap-5 p-6">
      <TextField label="Title" value={draft.title} onChange={(title) => change({ title })} {...(draft.title.trim() === '' ? { error: 'Give it a title.' } : {})} />
      <WorkFields draft={draft} change={change} errorAt={errorAt} />
      <EachFields draft={draft} change={change} errorAt={errorAt} />
      <div className="grid grid-cols-2 gap-3">
        <Select label="Environment" options={[...all, none]} value={draft.environment || none.id} onChange={(id) => change({ environment: id === none.id ? '' : id })} hint="Built first where it is not ready." {...errorAt('environment')} />
        <Combo label="Experiment" free options={experiments.map(({ id: _, name, runs: count }) => ({ id: name, label: name, note: `${count.toLocaleString('en-US')} runs` }))} value={draft.experiment} onChange={(experiment) => change({ experiment: experiment ?? 'Default' })} disabled={!draft.track} hint="Where its runs are kept; a new name makes one." {...errorAt('experiment')} />
      </div>
      <InputFields draft={draft} change={change} problems={problems} />
      <ResourceFields draft={draft} change={change} errorAt={errorAt} />
      <MoreFields draft={draft} change={change} errorAt={errorAt} />
    </div>
  )
}
