import { useQuery } from '@tanstack/react-query'
import { jobs } from '#areas/jobs/contract.ts'
import { Field } from '#kit/Field.tsx'
import { NumberField } from '#kit/NumberField.tsx'
import { asking } from '#wire/ask.ts'
import type { FormProps } from './TrainForm.tsx'
import type { ErrorAt } from './WorkFields.tsx'

/** What each run is given; it waits until that much is free. */
export function ResourceFields({ draft, change, errorAt }: FormProps & { readonly errorAt: ErrorAt }) {
  const { data: machine } = useQuery(asking(jobs.machine, {}))
  const { resources, timeoutSeconds, retries } = draft
  const gpus = machine?.slots.gpu ?? 0
  return (
    <Field label="What each run is given" hint={machine ? `This machine has ${machine.slots.cpu} cores and ${(machine.slots.memory / 1e9).toFixed(0)} GB of memory${gpus > 0 ? ` and ${gpus} GPUs` : ''}.` : ' '} {...errorAt('resources')}>
      <div className="grid grid-cols-4 gap-3">
        <NumberField label="Cores" value={resources.cpu} min={0} step={0.5} onChange={(cpu) => change({ resources: { ...resources, cpu: Math.max(0.1, cpu ?? 1) } })} />
        <NumberField label="Memory at most" unit="GB" value={resources.memory === null ? undefined : resources.memory / 1e9} min={0.001} placeholder="no limit" onChange={(gb) => change({ resources: { ...resources, memory: gb === undefined ? null : Math.round(gb * 1e9) } })} />
        <NumberField label="Time at most" unit="min" value={timeoutSeconds === null ? undefined : timeoutSeconds / 60} min={0.01} placeholder="no limit" onChange={(minutes) => change({ timeoutSeconds: minutes === undefined ? null : minutes * 60 })} />
        <NumberField label="Tries again" value={retries.count} min={0} max={20} step={1} onChange={(count) => change({ retries: { ...retries, count: count ?? 0 } })} />
        {(gpus > 0 || resources.gpu > 0) && <NumberField label="GPUs" value={resources.gpu} min={0} step={1} onChange={(gpu) => change({ resources: { ...resources, gpu: gpu ?? 0 } })} />}
      </div>
    </Field>
  )
}
