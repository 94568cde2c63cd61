import { Pencil } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Markdown } from '#kit/Markdown.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import type { RunDetail } from '../../domain/run.ts'
import { useRunActs } from '../acts/useRunActs.ts'

/** The note of a run, in Markdown; what was saved over can be taken back. */
export function NoteSection({ run, onDirty }: { readonly run: RunDetail; readonly onDirty: (dirty: boolean) => void }) {
  const desk = useDesk()
  const acts = useRunActs()
  const [draft, setDraft] = useState<string>()
  const note = run.tags.find(({ key }) => key === 'mlflow.note.content')?.value ?? ''
  const dirty = draft !== undefined && draft !== note
  useEffect(() => { onDirty(dirty); return () => onDirty(false) }, [dirty, onDirty])
  const save = async () => {
    const before = note
    if (!(await acts.note([run.id], draft ?? ''))) return
    setDraft(undefined)
    desk.notify({ kind: 'good', text: 'The note is saved.', action: { label: 'Undo', run: () => void acts.note([run.id], before) } })
  }
  return (
    <section className="card" aria-label="Note">
      <h2>Note<span className="sp" />{draft === undefined && <Button size="s" icon={Pencil} onPress={() => setDraft(note)}>{note === '' ? 'Write' : 'Edit'}</Button>}</h2>
      <div className="px-3 pb-3 pt-2">
        {draft === undefined
          ? note === '' ? <p className="text-s text-ink-2">What was tried, what came out, what comes next. Markdown.</p> : <Markdown text={note} />
          : (
            <>
              <TextArea label="Note in Markdown" value={draft} onChange={setDraft} rows={8} autoFocus />
              <div className="mt-2 flex justify-end gap-2"><Button size="s" onPress={() => setDraft(undefined)}>Discard</Button><Button size="s" variant="primary" disabled={!dirty} onPress={() => void save()}>Save note</Button></div>
            </>
          )}
      </div>
    </section>
  )
}
