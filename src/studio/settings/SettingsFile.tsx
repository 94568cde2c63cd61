import { Save } from 'lucide-react'
import type { PanelProps } from '#kit/desk.ts'
import { Button } from '#kit/Button.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { useSettingsFile } from './useSettingsFile.ts'

/** `.atelier/settings.json` as text; checked before it is written. */
export function SettingsFile(props: Pick<PanelProps, 'setDirty' | 'active'>) {
  const { file, path, text, problem, refused, dirty, edit, drop, write } = useSettingsFile(props)
  if (file.error) return <div className="p-4"><ProblemNote error={file.error} onRetry={() => void file.refetch()} /></div>
  if (text === undefined) return <div className="p-4"><Skeleton lines={6} /></div>
  return (
    <div className="flex flex-col flex-1 min-h-0">
      <Toolbar label="Settings file">
        <span className="text-s text-ink-2 clip">{path}</span>
        <span className="sp" />
        <Button disabled={!dirty} onPress={drop}>Discard</Button>
        <Button variant="primary" icon={Save} disabled={!dirty} onPress={write}>Save</Button>
      </Toolbar>
      <div className="p-4 flex flex-col gap-3 overflow-auto">
        {refused && <ProblemNote error={refused} retryLabel="Load again" onRetry={drop} />}
        {problem && !refused && <ProblemNote error={problem} />}
        <TextArea label="settings.json" hideLabel mono rows={24} value={text} onChange={edit} />
      </div>
    </div>
  )
}
