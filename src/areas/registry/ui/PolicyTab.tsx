import { ListChecks, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { betterOf } from '#areas/runs/domain/column.ts'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Menu } from '#kit/Menu.tsx'
import { useCommand } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { draftOf, judgeable, kindWords, written } from './policy-draft.ts'
import type { Draft, Kind } from './policy-draft.ts'
import { PolicyItemRow } from './PolicyItemRow.tsx'
import { PolicyPreview } from './PolicyPreview.tsx'
import type { Model } from './VersionsTab.tsx'

const kinds: readonly Kind[] = ['metric', 'champion', 'review', 'comment', 'signature', 'example', 'dataset', 'description', 'gate']

/** What must be shown before a version is approved, written in plain words and tried at once on the versions that are there. */
export function PolicyTab({ model, onDirty }: { readonly model: Model; readonly onDirty: (dirty: boolean) => void }) {
  const desk = useDesk()
  const [draft, setDraft] = useState<readonly Draft[]>()
  const saving = useCommand(registry.setPolicy)
  const items = draft ?? model.policy.items.map(written)
  const policy = judgeable(items)
  const open = items.length - policy.items.length
  const dirty = draft !== undefined
  useEffect(() => { onDirty(dirty); return () => onDirty(false) }, [dirty, onDirty])
  const keys = [...new Set(model.all.flatMap(({ metrics }) => metrics.map(({ key }) => key)))]
  const add = (kind: Kind) => setDraft([...items, oriented(draftOf(kind, keys[0] ?? ''))])
  const put = (next: Draft) => setDraft(items.map((item) => (item.id === next.id ? next : item)))
  const save = () => saving.mutate({ model: model.name, policy }, {
    onError: (error) => desk.notify({ kind: 'bad', text: error.message }),
    onSuccess: () => { setDraft(undefined); desk.notify({ kind: 'good', text: `The policy of “${model.name}” is saved. Decisions made before stay as they were.` }) },
  })
  return (
    <div className="grid min-h-0 flex-1 grid-cols-1 gap-4 overflow-auto p-4 min-[1100px]:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <section className="card self-start" aria-labelledby="policy-head">
        <h2 id="policy-head">A version may be approved when it shows <small>approving without it needs a reason</small></h2>
        <ol className="flex flex-col px-3 pt-2" aria-label="Items of the policy">
          {items.map((item) => <PolicyItemRow key={item.id} item={item} keys={keys} onChange={put} onRemove={() => setDraft(items.filter(({ id }) => id !== item.id))} />)}
          {items.length === 0 && <li className="flex items-center gap-2 py-3 text-s text-ink-2"><ListChecks size={16} />Nothing is asked for yet: any version may be approved.</li>}
        </ol>
        <div className="flex items-center gap-2 p-3">
          <Menu label="Add an item" items={kinds.map((kind) => ({ id: kind, label: kindWords[kind].label, run: () => add(kind) }))}><Button icon={Plus}>Add an item</Button></Menu>
          <span className="sp" />
          {dirty && open > 0 && <span className="text-xs text-ink-2" role="status">{open === 1 ? 'One item is' : `${open} items are`} not complete yet.</span>}
          <Button disabled={!dirty} onPress={() => setDraft(undefined)}>Discard</Button>
          <Button variant="primary" disabled={!dirty || open > 0 || saving.isPending} onPress={save}>Save policy</Button>
        </div>
      </section>
      <PolicyPreview model={model.name} policy={policy} draft={dirty} />
    </div>
  )
}

/** A loss is better low: limits and comparisons begin on the side that the key’s words suggest. */
function oriented(item: Draft): Draft {
  if (item.kind === 'metric') return { ...item, op: betterOf(item.key) === 'lower' ? '<=' : '>=' }
  return item.kind === 'champion' ? { ...item, better: betterOf(item.key) } : item
}
