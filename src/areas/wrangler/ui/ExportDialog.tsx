import { useState } from 'react'
import { isOver } from '#areas/jobs/domain/job.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useDesk } from '#kit/desk.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { Field } from '#kit/Field.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Progress } from '#kit/Progress.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { TextField } from '#kit/TextField.tsx'
import { useCommand } from '#wire/ask.ts'
import { Problem } from '#wire/problem.ts'
import { wrangler } from '../contract.ts'
import { emptyView } from '../domain/view.ts'
import { useBench } from './session/bench.ts'
import { useJob } from './session/useJob.ts'

const formats = [{ id: 'csv', label: 'CSV' }, { id: 'parquet', label: 'Parquet' }, { id: 'ndjson', label: 'NDJSON' }] as const
type Format = (typeof formats)[number]['id']

/** Writes the rows after the step that is looked at to a file, as the view orders them if one wants. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { shown, view, dataset } = useBench()
  const desk = useDesk()
  const looking = view.filter.length > 0 || view.sort.length > 0
  const [format, setFormat] = useState<Format>('csv')
  const [path, setPath] = useState(`exports/${dataset}.csv`)
  const [withView, setWithView] = useState(looking)
  const run = useCommand(wrangler.export)
  const { job, cancel } = useJob(run.data?.job)
  const running = run.isPending || (job !== undefined && !isOver(job.state))
  const exists = run.error instanceof Problem && run.error.code === 'conflict'
  const choose = (next: Format) => {
    setFormat(next)
    setPath(path.replace(/\.(csv|parquet|ndjson)$/, `.${next}`))
  }
  const go = (replace = false) => run.mutate({ recipe: shown, view: withView ? view : emptyView, path: path.trim(), format, replace })
  const done = job?.state === 'done'
  return (
    <Dialog
      title="Export as a file" onClose={onClose}
      actions={done ? <><Button onPress={() => { onClose(); desk.openFile(path.trim()) }}>Open {path.split('/').at(-1)}</Button><Button variant="primary" autoFocus onPress={onClose}>Close</Button></>
        : running ? <><Button onPress={onClose}>Go on in the background</Button><Button variant="danger" onPress={cancel}>Cancel</Button></>
          : <><Button onPress={onClose}>Cancel</Button>{exists && <Button variant="danger" onPress={() => go(true)}>Replace the file</Button>}<Button variant="primary" onPress={() => go()}>Export</Button></>}
    >
      <Field label="Format"><Segmented label="Format" options={formats} value={format} onChange={choose} /></Field>
      <TextField label="File in the workspace" mono value={path} onChange={setPath} disabled={running} autoFocus onEnter={() => go()} />
      {looking && <Checkbox checked={withView} onChange={setWithView}>Only the rows that the filters leave, in their order</Checkbox>}
      {run.error && <ProblemNote error={run.error} />}
      {job && !isOver(job.state) && <Progress label={job.phase || 'Waiting'} {...(job.progress === null ? {} : { done: job.progress })} reason={job.reason} />}
      {job?.state === 'failed' && <ProblemNote error={job.error ?? 'The export failed.'} />}
      {done && <p className="text-s" role="status">Written to {path.trim()}.</p>}
    </Dialog>
  )
}
