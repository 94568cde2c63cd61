import { useState } from 'react'
import { Markdown } from '#kit/Markdown.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { useDesk } from '#kit/desk.ts'
import { Segmented } from '#kit/Segmented.tsx'
import { folderOf } from '../domain/names.ts'
import { ConflictBar } from './ConflictBar.tsx'
import { DocumentBar } from './DocumentBar.tsx'
import { DocumentFrame } from './DocumentFrame.tsx'
import { Editor } from './Editor.tsx'
import { resolved } from './links.ts'
import { useDocument } from './useDocument.ts'
import { rawAddress } from './useFileActions.ts'

const views = [{ id: 'preview', label: 'Preview' }, { id: 'both', label: 'Both' }, { id: 'source', label: 'Source' }] as const

export function MarkdownPanel(props: PanelProps) {
  const { params, setParams, active, close } = props
  const desk = useDesk()
  const open = useDocument(props)
  const { path, document } = open
  const first = useFirstView(document?.mine)
  const view = views.find(({ id }) => id === params.view)?.id ?? first
  const follow = (link: string) => {
    const target = resolved(folderOf(path), link)
    if (target !== undefined) desk.openFile(target)
  }
  const imageAt = (link: string) => {
    const target = resolved(folderOf(path), link)
    return target === undefined ? undefined : rawAddress(target)
  }
  return (
    <div className="panel">
      <DocumentFrame path={path} file={open.file} gone={open.gone} error={open.error} onRetry={open.retry} onClose={close}>
        <DocumentBar open={open}><Segmented label="View" options={views} value={view} onChange={(id) => setParams({ view: id === first ? '' : id })} /></DocumentBar>
        {view === 'preview' && document?.theirs !== undefined && <ConflictBar path={path} theirs={document.theirs} comparing={false} onKeep={open.keepMine} onTake={open.takeTheirs} onCompare={() => setParams({ view: 'source' })} />}
        <div className="flex min-h-0 flex-1">
          {view !== 'preview' && <div className="flex min-h-0 min-w-0 flex-1 flex-col border-r border-line"><Editor open={open} wrap autoFocus={active} /></div>}
          {view !== 'source' && <div className="min-h-0 min-w-0 flex-1 overflow-auto" tabIndex={0} role="region" aria-label="Preview"><Markdown text={document?.mine ?? ''} onLink={follow} imageAt={imageAt} /></div>}
        </div>
      </DocumentFrame>
    </div>
  )
}

/** A text that begins empty is there to be written; any other to be read. */
function useFirstView(text: string | undefined): 'preview' | 'source' {
  const [first, setFirst] = useState<'preview' | 'source'>()
  if (text !== undefined && !first) setFirst(text === '' ? 'source' : 'preview')
  return first ?? 'preview'
}
