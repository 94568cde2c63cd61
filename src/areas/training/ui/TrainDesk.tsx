import { Redo2, Save, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useCommandHere } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { PlanSide } from './PlanSide.tsx'
import { SaveDialog } from './SaveDialog.tsx'
import { TrainForm } from './TrainForm.tsx'
import type { Base } from './useBase.ts'
import { useDraft } from './useDraft.ts'
import { useChangedSince } from './useChangedSince.ts'
import { useTraining } from './useTraining.ts'

/** The form, and beside it what pressing Train would do. */
export function TrainDesk({ base, onReload, params, setParams, setTitle, setDirty, active }: PanelProps & { readonly base: Base; readonly onReload: () => void }) {
  const draft = useDraft(base.spec, { params, setParams, setDirty, file: base.path !== null })
  const [naming, setNaming] = useState(false)
  const work = useTraining(draft.now, { base, saved: (path) => { setNaming(false); setParams({ path, draft: '', run: '', job: '', work: '', dataset: '' }) }, started: draft.started })
  const since = useChangedSince(base.path === null ? params : {})
  const save = () => { if (base.path === null) setNaming(true); else work.save(base.path) }
  const name = base.path === null ? draft.now.title : undefined
  useEffect(() => { if (name) setTitle(name) }, [name, setTitle])
  useCommandHere('training.start', active, work.start)
  useCommandHere('training.save', active, save)
  useCommandHere('training.undo', active, () => draft.undo?.())
  useCommandHere('training.redo', active, () => draft.redo?.())
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="train">
      <Toolbar label="Train">
        <h1 className="ttl clip">{draft.now.title || 'Train'}</h1>
        <span className="clip text-xs text-ink-3">{base.path ?? 'not saved as a file'}</span>
        <span className="sp" />
        <Button variant="ghost" icon={Undo2} label="Undo" keyHint="Mod+Z" disabled={!draft.undo} onPress={() => draft.undo?.()} />
        <Button variant="ghost" icon={Redo2} label="Redo" keyHint="Shift+Mod+Z" disabled={!draft.redo} onPress={() => draft.redo?.()} />
        <Button icon={Save} disabled={base.path !== null && !draft.dirty} onPress={save}>{base.path === null ? 'Save as…' : 'Save'}</Button>
      </Toolbar>
      {work.saveError && <div className="border-b border-line p-3"><ProblemNote error={work.saveError} retryLabel="Load what is on disk" onRetry={() => { setParams({ draft: '' }); onReload() }} /></div>}
      <div className="flex min-h-0 flex-1">
        <div className="min-w-0 flex-1 overflow-auto"><TrainForm draft={draft.now} change={draft.change} problems={work.plan?.problems ?? []} /></div>
        <PlanSide draft={draft.now} work={work} since={since} />
      </div>
      {naming && <SaveDialog draft={draft.now} onSave={work.save} onClose={() => setNaming(false)} />}
    </div>
  )
}
