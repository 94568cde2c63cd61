import { WrapText } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useCommandHere } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { DocumentBar } from './DocumentBar.tsx'
import { DocumentFrame } from './DocumentFrame.tsx'
import { Editor } from './Editor.tsx'
import { useDocument } from './useDocument.ts'

export function TextPanel(props: PanelProps) {
  const { params, setParams, active, close } = props
  const open = useDocument(props)
  const wrap = params.wrap === 'on'
  const toggle = () => setParams({ wrap: wrap ? '' : 'on' })
  useCommandHere('files.wrap', active, toggle)
  return (
    <div className="panel">
      <DocumentFrame path={open.path} file={open.file} gone={open.gone} error={open.error} onRetry={open.retry} onClose={close}>
        <DocumentBar open={open}><Button variant="ghost" size="s" icon={WrapText} label="Wrap long lines" keyHint="Alt+Z" pressed={wrap} onPress={toggle} /></DocumentBar>
        <Editor open={open} wrap={wrap} autoFocus={active} />
      </DocumentFrame>
    </div>
  )
}
