import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import type { RunDetail } from '../../domain/run.ts'
import { useRunActs } from '../acts/useRunActs.ts'
import { TextDialog } from '../dialogs/TextDialog.tsx'
import { KeyValues } from './KeyValues.tsx'

/** Tags that people and scripts set; those of the tools stand apart. */
export function TagSection({ run }: { readonly run: RunDetail }) {
  const acts = useRunActs()
  const [adding, setAdding] = useState(false)
  const tag = (text: string) => {
    const [, key = text, value = ''] = /^([^=]+?)\s*=\s*(.*)$/s.exec(text) ?? []
    return acts.tag([run.id], key, value)
  }
  const shown = run.tags.filter(({ key }) => !key.startsWith('mlflow.') && !key.startsWith('atelier.'))
  const tools = run.tags.filter(({ key }) => (key.startsWith('mlflow.') || key.startsWith('atelier.')) && key !== 'mlflow.note.content' && key !== 'mlflow.runName')
  return (
    <section className="card">
      <h2>Tags <small>{shown.length}</small><span className="sp" /><Button size="s" icon={Plus} onPress={() => setAdding(true)}>Tag</Button></h2>
      <KeyValues label="Tags" rows={shown} none="No tags yet." onDrop={(key) => void acts.untag([run.id], key)} />
      {tools.length > 0 && <details className="border-t border-line"><summary className="px-3 py-2 text-xs text-ink-2">{tools.length} tags of MLflow and the studio</summary><KeyValues label="Tags of tools" rows={tools} none="" /></details>}
      {adding && <TextDialog title="Tag the run" label="Tag" hint="A name, or name=value." value="" action="Tag" onDone={(text) => tag(text)} onClose={() => setAdding(false)} />}
    </section>
  )
}
