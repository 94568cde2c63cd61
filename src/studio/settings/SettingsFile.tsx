import { useQuery } from '@tanstack/react-query'
import { Save } from 'lucide-react'
import { useEffect, useState } from 'react'
import { workspaces } from '#areas/workspaces/contract.ts'
import { Button } from '#kit/Button.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { asking, useCommand } from '#wire/ask.ts'

interface Draft { readonly text: string; readonly hash: string }

/** `.atelier/settings.json` as text; checked before it is written. */
export function SettingsFile({ setDirty }: { readonly setDirty: (dirty: boolean) => void }) {
  const file = useQuery(asking(workspaces.settingsFile, {}))
  const told = useQuery(asking(workspaces.settings, {}))
  const save = useCommand(workspaces.saveSettingsFile)
  const [draft, setDraft] = useState<Draft>()
  const dirty = draft !== undefined && draft.text !== file.data?.text
  useEffect(() => {
    setDirty(dirty)
    return () => setDirty(false)
  }, [dirty, setDirty])
  if (file.error) return <div className="p-4"><ProblemNote error={file.error} onRetry={() => void file.refetch()} /></div>
  if (!file.data) return <div className="p-4"><Skeleton lines={6} /></div>
  const { data } = file
  const drop = () => {
    setDraft(undefined)
    save.reset()
    void file.refetch()
  }
  const write = () => { if (draft) save.mutate(draft, { onSuccess: () => setDraft(undefined) }) }
  return (
    <div className="flex flex-col flex-1 min-h-0">
      <Toolbar label="Settings file">
        <span className="text-s text-ink-2 clip">{told.data?.path}</span>
        <span className="sp" />
        <Button disabled={!dirty} onPress={drop}>Discard</Button>
        <Button variant="primary" icon={Save} disabled={!dirty} onPress={write}>Save</Button>
      </Toolbar>
      <div className="p-4 flex flex-col gap-3 overflow-auto">
        {save.error && <ProblemNote error={save.error} retryLabel="Load again" onRetry={drop} />}
        {told.data?.problem && !save.error && <ProblemNote error={told.data.problem} />}
        <TextArea label="settings.json" hideLabel mono rows={24} value={draft?.text ?? data.text} onChange={(text) => setDraft({ text, hash: draft?.hash ?? data.hash })} />
      </div>
    </div>
  )
}
