import { Pencil } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { CodeEditor } from '#kit/CodeEditor.tsx'
import { useDesk } from '#kit/desk.ts'
import { Markdown } from '#kit/Markdown.tsx'
import { useCommand } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import type { VersionDetail } from '../domain/registered.ts'

/** The model card: made from the evidence and kept in step with it until a person writes in it. */
export function CardTab({ version: { model, version, card }, onDirty }: { readonly version: VersionDetail; readonly onDirty: (dirty: boolean) => void }) {
  const desk = useDesk()
  const [draft, setDraft] = useState<string>()
  const saving = useCommand(registry.saveCard)
  const dirty = draft !== undefined && draft !== card.text
  useEffect(() => { onDirty(dirty); return () => onDirty(false) }, [dirty, onDirty])
  const save = (text: string | null) => saving.mutate({ model, version, text }, {
    onError: (error) => desk.notify({ kind: 'bad', text: error.message }),
    onSuccess: () => {
      setDraft(undefined)
      if (text === null) desk.notify({ kind: 'info', text: 'The card is made from the evidence again.', action: { label: 'Undo', run: () => save(card.text) } })
    },
  })
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="bar slim">
        <Chip kind={card.edited ? 'accent' : 'neutral'}>{card.edited ? 'edited' : 'made from evidence'}</Chip>
        <span className="clip">{card.edited ? 'It no longer follows what is recorded.' : 'It follows what is recorded, until you write in it.'}</span>
        <span className="sp" />
        {draft === undefined && card.edited && <Button variant="ghost" size="s" onPress={() => save(null)}>Make it from the evidence again</Button>}
        {draft === undefined && <Button size="s" icon={Pencil} onPress={() => setDraft(card.text)}>Edit</Button>}
        {draft !== undefined && <><Button size="s" onPress={() => setDraft(undefined)}>Discard</Button><Button size="s" variant="primary" disabled={!dirty || saving.isPending} onPress={() => save(draft)}>Save card</Button></>}
      </div>
      {draft === undefined
        ? <div className="min-h-0 flex-1 overflow-auto p-4" role="region" aria-label="Model card" tabIndex={0}><div className="mx-auto max-w-[820px]"><Markdown text={card.text} /></div></div>
        : (
          <div className="grid min-h-0 flex-1 grid-cols-1 min-[1100px]:grid-cols-2">
            <div className="min-h-[240px] border-r border-line"><CodeEditor value={draft} onChange={setDraft} language="markdown" label="Model card in Markdown" wrap autoFocus /></div>
            <div className="hidden min-h-0 overflow-auto p-4 min-[1100px]:block" role="region" aria-label="As it will read" tabIndex={0}><Markdown text={draft} /></div>
          </div>
        )}
    </div>
  )
}
