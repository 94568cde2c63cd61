import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { editor } from 'monaco-editor/editor'
import type { CodeEditorProps } from '../CodeEditor.tsx'
import { provideCompletions } from './completion.ts'
import { loadMonaco } from './load.ts'
import type { Monaco } from './load.ts'
import { optionsOf } from './options.ts'
import { newSchemaPath, obeySchema } from './schema.ts'

interface Live { readonly monaco: Monaco; readonly editor: editor.IStandaloneCodeEditor; readonly model: editor.ITextModel }

/** Values that were told and may still come back by the props: while one types, an older one must not overwrite the newer text. */
const mostSent = 50

/** Keeps one editor in the element in step with the props; `failed` tells why it could not be fetched. */
export function useEditor(host: React.RefObject<HTMLDivElement | null>, props: CodeEditorProps) {
  const { value, language, label, readOnly = false, singleLine = false, lineNumbers = !singleLine, wrap = false, placeholder = '', completions, markers, schema, at } = props
  const [live, setLive] = useState<Live>()
  const [failed, setFailed] = useState<unknown>()
  const sent = useRef<readonly string[]>([])
  const changed = useEffectEvent((text: string) => {
    sent.current = [...sent.current, text].slice(-mostSent)
    props.onChange?.(text)
  })
  const entered = useEffectEvent(() => props.onEnter?.())
  const begin = useEffectEvent((monaco: Monaco) => {
    if (!host.current) return undefined
    const one = start(monaco, host.current, { value, language, path: schema && newSchemaPath(schema), options: optionsOf({ label, readOnly, singleLine, lineNumbers, wrap, placeholder }), singleLine })
    sent.current = []
    one.model.onDidChangeContent(() => changed(singleLine ? flat(one.model) : one.model.getValue()))
    if (singleLine) one.editor.addCommand(monaco.KeyCode.Enter, () => entered(), '!suggestWidgetVisible && !inSnippetMode')
    if (props.autoFocus && !writtenBeside(host.current)) one.editor.focus()
    setLive(one)
    return one
  })

  useEffect(() => {
    let gone = false
    let one: Live | undefined
    loadMonaco().then((monaco) => { if (!gone) one = begin(monaco) }, setFailed)
    return () => {
      gone = true
      setLive(undefined)
      one?.editor.dispose()
      one?.model.dispose()
    }
  }, [])

  useEffect(() => {
    const own = sent.current.indexOf(value)
    if (own >= 0) sent.current = sent.current.slice(own + 1)
    if (!live || own >= 0) return
    if (live.model.getValue() !== value) live.model.pushEditOperations([], [{ range: live.model.getFullModelRange(), text: value }], () => null)
  }, [live, value])

  useEffect(() => live?.monaco.editor.setModelLanguage(live.model, language), [live, language])
  useEffect(() => live?.editor.updateOptions(optionsOf({ label, readOnly, singleLine, lineNumbers, wrap, placeholder })), [live, label, readOnly, singleLine, lineNumbers, wrap, placeholder])
  useEffect(() => live && completions && provideCompletions(live.monaco, live.model, language, completions), [live, completions, language])
  useEffect(() => live && schema && obeySchema(live.monaco, live.model.uri.toString(), schema), [live, schema])
  useEffect(() => {
    if (!live) return
    live.monaco.editor.setModelMarkers(live.model, 'atelier', (markers ?? []).map(({ from, to, message, kind = 'error' }) => {
      const [a, b] = [live.model.getPositionAt(from), live.model.getPositionAt(Math.max(to, from + 1))]
      return { message, severity: live.monaco.MarkerSeverity[kind === 'error' ? 'Error' : 'Warning'], startLineNumber: a.lineNumber, startColumn: a.column, endLineNumber: b.lineNumber, endColumn: b.column }
    }))
  }, [live, markers])
  useEffect(() => {
    if (!live || !at) return
    live.editor.setPosition({ lineNumber: at.line, column: at.column ?? 1 })
    live.editor.revealLineInCenter(at.line)
  }, [live, at])

  return { ready: live !== undefined, failed }
}

function start(monaco: Monaco, host: HTMLElement, { value, language, path, options, singleLine }: { value: string; language: string; path: string | undefined; options: editor.IEditorOptions & editor.IGlobalEditorOptions; singleLine: boolean }): Live {
  const model = monaco.editor.createModel(value, language, path === undefined ? undefined : monaco.Uri.parse(path))
  if (singleLine) model.onDidChangeContent(() => { if (model.getLineCount() > 1) queueMicrotask(() => model.setValue(flat(model))) })
  return { monaco, model, editor: monaco.editor.create(host, { ...options, model }) }
}

function writtenBeside(host: HTMLElement): boolean {
  const at = document.activeElement
  return at !== null && at.matches('input, textarea') && host.closest('form')?.contains(at) === true
}

/** What is pasted into one line loses its line ends. */
function flat(model: editor.ITextModel): string {
  return model.getLinesContent().join(' ')
}
