import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { plural } from '#lib/words.ts'
import { ask } from '#wire/ask.ts'
import { wrangler } from '../contract.ts'
import { Published } from '../domain/published.ts'
import { useBench } from './session/bench.ts'
import { JobLine } from './session/JobLine.tsx'
import { resultOf, useJobOf } from './session/useJobOf.ts'

interface Asked { readonly as: string; readonly note: string }

/** Runs the recipe over all rows and keeps the result as a version. Closing the dialog does not stop it. */
export function PublishDialog({ path, next, onClose }: { readonly path: string | null; readonly next: number; readonly onClose: () => void }) {
  const { recipe, dataset, version, steps } = useBench()
  const [as, setAs] = useState(dataset)
  const [note, setNote] = useState('')
  const run = useJobOf((asked: Asked) => ask(wrangler.publish, { recipe, ...asked, recipePath: path }))
  const made = resultOf(run, Published)
  const enabled = recipe.steps.filter((step) => step.enabled).length
  const broken = steps.filter((step) => step.enabled && step.problem).map(({ title }) => title)
  const name = as.trim()
  const go = () => { if (name !== '' && broken.length === 0) run.start({ as: name, note }) }
  if (made) return <Done made={made} onClose={onClose} />
  const actions = run.running
    ? <><Button key="stop" variant="danger" onPress={run.cancel}>Cancel</Button><Button key="on" autoFocus onPress={onClose}>Go on in the background</Button></>
    : <><Button key="close" onPress={onClose}>Cancel</Button><Button key="go" variant="primary" disabled={name === '' || broken.length > 0} onPress={go}>Publish</Button></>
  return (
    <Dialog title="Publish a new version" onClose={onClose} actions={actions}>
      <TextField label="Data set" value={as} onChange={setAs} disabled={run.running} autoFocus hint={name === dataset ? `Becomes version ${next} of ${dataset}.` : 'Becomes a data set of its own, or its next version.'} onEnter={go} />
      <TextArea label="Note" value={note} onChange={setNote} rows={3} disabled={run.running} placeholder="What changed, and why" />
      <p className="text-xs text-ink-2">{enabled} of {recipe.steps.length} steps run over all rows of {dataset} v{version}. Filters and order of the view are left out unless they are kept as steps.</p>
      {broken.length > 0 && <ProblemNote error={`These steps have a problem: ${broken.join(', ')}. Mend them or turn them off, then publish.`} />}
      <JobLine run={run} label="Starting" cancel={false} />
    </Dialog>
  )
}

function Done({ made, onClose }: { readonly made: Published; readonly onClose: () => void }) {
  const { dataset, version } = useBench()
  const desk = useDesk()
  const open = (kind: string, params: Readonly<Record<string, string>>) => {
    onClose()
    desk.open(kind, params)
  }
  const compare = () => open('datasetCompare', { left: dataset, leftVersion: String(version), right: made.dataset, rightVersion: String(made.version) })
  return (
    <Dialog
      title={`Published ${made.dataset} v${made.version}`} onClose={onClose}
      actions={<>
        <Button onPress={onClose}>Close</Button>
        <Button onPress={compare}>Compare with v{version}</Button>
        <Button variant="primary" autoFocus onPress={() => open('wrangler', { dataset: made.dataset, version: String(made.version) })}>Open v{made.version}</Button>
      </>}
    >
      <p className="text-s">{plural(made.rows, { one: 'row is', many: 'rows are' })} kept as version {made.version} of {made.dataset}. Its history names {dataset} v{version} and this recipe.</p>
    </Dialog>
  )
}
