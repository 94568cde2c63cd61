import { useEffect, useRef, useState } from 'react'
import type { editor } from 'monaco-editor/editor'
import { loadMonaco } from './code/load.ts'
import { optionsOf } from './code/options.ts'
import { Skeleton } from './Skeleton.tsx'

/** Two texts side by side with their differences. Neither can be edited. */
export function CodeDiff({ left, right, language, label, sides = ['on disk', 'yours'] }: { readonly left: string; readonly right: string; readonly language: string; readonly label: string; readonly sides?: readonly [left: string, right: string] }) {
  const [leftName, rightName] = sides
  const host = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let gone = false
    let models: editor.ITextModel[] = []
    let diff: editor.IStandaloneDiffEditor | undefined
    void loadMonaco().then((monaco) => {
      if (gone || !host.current) return
      const [original, modified] = [monaco.editor.createModel(left, language), monaco.editor.createModel(right, language)]
      models = [original, modified]
      diff = monaco.editor.createDiffEditor(host.current, { ...optionsOf({ label, readOnly: true, singleLine: false, lineNumbers: true, wrap: false, placeholder: '' }), renderSideBySide: true, useInlineViewWhenSpaceIsLimited: true })
      diff.setModel({ original, modified })
      diff.getOriginalEditor().updateOptions({ ariaLabel: `${label}, ${leftName}` })
      diff.getModifiedEditor().updateOptions({ ariaLabel: `${label}, ${rightName}` })
      setReady(true)
    })
    return () => {
      gone = true
      diff?.dispose()
      for (const model of models) model.dispose()
    }
  }, [left, right, language, label, leftName, rightName])
  return (
    <div className="relative flex h-full min-h-0 w-full flex-col bg-surface">
      <p className="flex flex-none border-b border-line text-xs text-ink-2"><span className="clip flex-1 px-3 py-1">− {leftName}</span><span className="clip flex-1 px-3 py-1">+ {rightName}</span></p>
      <div ref={host} className="min-h-0 flex-1" />
      {!ready && <div className="absolute inset-x-0 top-6 p-4"><Skeleton lines={6} label="Comparing" /></div>}
    </div>
  )
}
