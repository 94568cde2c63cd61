import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useDesk } from '#kit/desk.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { Field } from '#kit/Field.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { TextField } from '#kit/TextField.tsx'
import { ask } from '#wire/ask.ts'
import { wrangler } from '../contract.ts'
import { emptyView } from '../domain/view.ts'
import { useBench } from './session/bench.ts'
import { JobLine } from './session/JobLine.tsx'
import { isConflict } from './session/recipe-files.ts'
import type { JobRun } from './session/useJobOf.ts'
import { useJobOf } from './session/useJobOf.ts'

const formats = [{ id: 'csv', label: 'CSV' }, { id: 'parquet', label: 'Parquet' }, { id: 'ndjson', label: 'NDJSON' }] as const
type Format = (typeof formats)[number]['id']

/** Writes the rows after the step that is looked at to a file, as the view orders them if one wants. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { recipe, shown, view, dataset } = useBench()
  const looking = view.filter.length > 0 || view.sort.length > 0
  const [format, setFormat] = useState<Format>('csv')
  const [path, setPath] = useState(`exports/${dataset}.csv`)
  const [asSeen, setAsSeen] = useState(looking)
  const [asked, setAsked] = useState('')
  const file = path.trim()
  const run = useJobOf((replace: boolean) => {
    setAsked(file)
    return ask(wrangler.export, { recipe: shown, view: asSeen ? view : emptyView, path: file, format, replace })
  })
  const taken = isConflict(run.error) && asked === file
  const choose = (next: Format) => {
    setFormat(next)
    setPath(path.replace(/\.(csv|parquet|ndjson)$/, `.${next}`))
  }
  return (
    <Dialog title="Export as a file" onClose={onClose} actions={<Actions run={run} file={file} taken={taken} onClose={onClose} />}>
      <Field label="Format"><Segmented label="Format" options={formats} value={format} onChange={choose} /></Field>
      <TextField label="File in the workspace" mono value={path} onChange={setPath} disabled={run.running} autoFocus onEnter={() => run.start(false)} />
      {looking && <Checkbox checked={asSeen} onChange={setAsSeen}>Only the rows that the filters leave, in their order</Checkbox>}
      <p className="text-xs text-ink-2">{writtenWords(shown.steps.length, recipe.steps.length)}{looking && !asSeen ? ' Filters and order of the view are left out.' : ''}</p>
      <JobLine run={run} label="Starting" cancel={false} />
      {taken && <p className="text-s">If you replace it, the file that is there now goes to the trash, from which it can be restored.</p>}
      {run.job?.state === 'done' && <p className="text-s" role="status">Written to {file}.</p>}
    </Dialog>
  )
}

function writtenWords(step: number, of: number): string {
  if (of === 0) return 'All rows are written as they stand in the data set.'
  if (step === 0) return 'All rows are written as they stand before the first step.'
  return step < of ? `All rows are written as they stand after step ${step} of ${of}, the one that is looked at.` : `All rows are written as they stand after ${of === 1 ? 'the step' : `all ${of} steps`}.`
}

function Actions({ run, file, taken, onClose }: { readonly run: JobRun<boolean>; readonly file: string; readonly taken: boolean; readonly onClose: () => void }) {
  const desk = useDesk()
  if (run.running) return <><Button key="stop" variant="danger" onPress={run.cancel}>Cancel</Button><Button key="on" autoFocus onPress={onClose}>Go on in the background</Button></>
  if (run.job?.state === 'done') return <><Button onPress={() => { onClose(); desk.openFile(file) }}>Open the file</Button><Button variant="primary" autoFocus onPress={onClose}>Close</Button></>
  return (
    <>
      <Button key="close" onPress={onClose}>Cancel</Button>
      {taken && <Button variant="danger" onPress={() => run.start(true)}>Replace the file</Button>}
      <Button variant="primary" disabled={file === ''} onPress={() => run.start(false)}>Export</Button>
    </>
  )
}
