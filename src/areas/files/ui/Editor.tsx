import { useState } from 'react'
import { CodeDiff } from '#kit/CodeDiff.tsx'
import { CodeEditor } from '#kit/CodeEditor.tsx'
import { languageOf } from '#kit/code/language.ts'
import { nameOf } from '../domain/names.ts'
import { ConflictBar } from './ConflictBar.tsx'
import type { OpenDocument } from './useDocument.ts'

/** The text of a document with what is to say about it. */
export function Editor({ open, wrap = false, autoFocus = false }: { readonly open: OpenDocument; readonly wrap?: boolean; readonly autoFocus?: boolean }) {
  const { path, file, document, editable, edit, keepMine, takeTheirs } = open
  const [comparing, setComparing] = useState(false)
  if (!document || !file) return null
  const { theirs, mine } = document
  const language = languageOf(path)
  const keep = () => {
    setComparing(false)
    keepMine()
  }
  return (
    <>
      {file.note && <p role="status" className="flex-none border-b border-line bg-warn-soft px-3 py-2 text-s">{file.note}</p>}
      {theirs !== undefined && <ConflictBar path={path} theirs={theirs} comparing={comparing} onKeep={keep} onTake={() => { setComparing(false); takeTheirs() }} onCompare={() => setComparing(!comparing)} />}
      <div className="min-h-0 flex-1">
        {comparing && theirs !== undefined && theirs !== 'gone'
          ? <CodeDiff left={theirs.text} right={mine} language={language} label={nameOf(path)} />
          : <CodeEditor value={mine} onChange={edit} language={language} label={`Text of ${nameOf(path)}`} readOnly={!editable} wrap={wrap} autoFocus={autoFocus} />}
      </div>
    </>
  )
}
