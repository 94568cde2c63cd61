import { useState } from 'react'
import { isOver } from '#areas/jobs/domain/job.ts'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Progress } from '#kit/Progress.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { useCommand } from '#wire/ask.ts'
import { wrangler } from '../contract.ts'
import { Published } from '../domain/published.ts'
import { countWords } from '../domain/words.ts'
import { useBench } from './session/bench.ts'
import { useJob } from './session/useJob.ts'

/** Runs the recipe over all rows and keeps the result as a version. Closing the dialog does not stop it. */
export function PublishDialog({ path, next, onClose }: { readonly path: string | null; readonly next: number; readonly onClose: () => void }) {
  const { recipe, dataset, version, steps } = useBench()
  const desk = useDesk()
  const [as, setAs] = useState(dataset)
  const [note, setNote] = useState('')
  const publish = useCommand(wrangler.publish)
  const { job, cancel } = useJob(publish.data?.job)
  const made = job?.state === 'done' ? Published.safeParse(job.result).data : undefined
  const enabled = recipe.steps.filter((step) => step.enabled).length
  const broken = steps.filter((step) => step.enabled && step.problem)
  const running = publish.isPending || (job !== undefined && !isOver(job.state))
  const go = () => publish.mutate({ recipe, as: as.trim(), note, recipePath: path })
  const open = (kind: string, params: Readonly<Record<string, string>>) => {
    onClose()
    desk.open(kind, params)
  }
  if (made) {
    return (
      <Dialog
        title={`Published ${made.dataset} v${made.version}`} onClose={onClose}
        actions={<>
          <Button onPress={onClose}>Close</Button>
          <Button onPress={() => open('datasetCompare', { left: dataset, leftVersion: String(version), right: made.dataset, rightVersion: String(made.version) })}>Compare with v{version}</Button>
          <Button variant="primary" autoFocus onPress={() => open('wrangler', { dataset: made.dataset, version: String(made.version) })}>Open v{made.version}</Button>
        </>}
      >
        <p className="text-s">{countWords(made.rows)} rows are kept as version {made.version} of {made.dataset}. Its history names {dataset} v{version} and this recipe.</p>
      </Dialog>
    )
  }
  return (
    <Dialog
      title="Publish a new version" onClose={onClose}
      actions={running ? <><Button onPress={onClose}>Go on in the background</Button><Button variant="danger" onPress={cancel}>Cancel</Button></> : <><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={as.trim() === ''} onPress={go}>Publish</Button></>}
    >
      <TextField label="Data set" value={as} onChange={setAs} disabled={running} autoFocus hint={as.trim() === dataset ? `Becomes version ${next} of ${dataset}.` : 'Becomes a data set of its own, or its next version.'} onEnter={go} />
      <TextArea label="Note" value={note} onChange={setNote} rows={3} disabled={running} placeholder="What changed, and why" />
      <p className="text-xs text-ink-2">{enabled} of {recipe.steps.length} steps run over all rows of {dataset} v{version}. Filters and order of the view are left out unless they are kept as steps.</p>
      {broken.length > 0 && <ProblemNote error={`${broken.length === 1 ? 'One step has' : `${broken.length} steps have`} a problem and will be refused: ${broken.map(({ title }) => title).join(', ')}. Mend or turn ${broken.length === 1 ? 'it' : 'them'} off first.`} />}
      {publish.error && <ProblemNote error={publish.error} />}
      {job && !isOver(job.state) && <Progress label={job.phase || 'Waiting'} {...(job.progress === null ? {} : { done: job.progress })} reason={job.reason} />}
      {job?.state === 'failed' && <ProblemNote error={job.error ?? 'Publishing failed.'} />}
      {(job?.state === 'cancelled' || job?.state === 'lost') && <ProblemNote error={job.state === 'lost' ? 'The server was stopped while it published. Nothing was kept; publish again.' : 'Publishing was cancelled. Nothing was kept.'} />}
    </Dialog>
  )
}
