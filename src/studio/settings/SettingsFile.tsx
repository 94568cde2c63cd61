import { Save } from 'lucide-react'
import { useState } from 'react'
import type { PanelProps } from '#kit/desk.ts'
import { Button } from '#kit/Button.tsx'
import { CodeEditor } from '#kit/CodeEditor.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { useStudio } from '../studio.ts'
import { settingsSchema } from './settings-schema.ts'
import { useSettingsFile } from './useSettingsFile.ts'

/** `.atelier/settings.json` as text; checked before it is written. */
export function SettingsFile(props: Pick<PanelProps, 'setDirty' | 'active'>) {
  const { commands } = useStudio()
  const [schema] = useState(() => settingsSchema(commands.specs))
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
      {refused && <div className="flex-none p-3"><ProblemNote error={refused} retryLabel="Load again" onRetry={drop} /></div>}
      {problem && !refused && <div className="flex-none p-3"><ProblemNote error={problem} /></div>}
      <div className="min-h-0 flex-1" data-focus-first><CodeEditor label="settings.json" language="json" value={text} onChange={edit} schema={schema} /></div>
    </div>
  )
}
