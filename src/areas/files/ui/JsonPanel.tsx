import { Pencil } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { parseJson, parseJsonLines } from '#lib/json.ts'
import type { TextFile } from '../domain/entry.ts'
import { endingOf, nameOf } from '../domain/names.ts'
import { DocumentFrame } from './DocumentFrame.tsx'
import { JsonTree } from '#kit/JsonTree.tsx'
import { sizeOf } from './tree-nodes.tsx'
import { useTextFile } from './useDocument.ts'
import { useFollow } from './useFollow.ts'

export function JsonPanel(props: PanelProps) {
  const { params: { path = '', find = '' }, setParams, close } = props
  useFollow(props)
  const { file, gone, error, retry } = useTextFile(path)
  return (
    <div className="panel">
      <DocumentFrame path={path} file={file} gone={gone} error={error} onRetry={retry} onClose={close}>
        {file && <Body file={file} find={find} onFind={(text) => setParams({ find: text })} />}
      </DocumentFrame>
    </div>
  )
}

function Body({ file, find, onFind }: { readonly file: TextFile; readonly find: string; readonly onFind: (text: string) => void }) {
  const desk = useDesk()
  const { path, bytes, whole, text, note } = file
  const edit = () => desk.open('text', { path })
  const lines = ['jsonl', 'ndjson'].includes(endingOf(path))
  const head = <><b className="clip font-medium text-ink">{nameOf(path)}</b><span>{sizeOf(bytes)}</span></>
  const asText = <Button size="s" icon={Pencil} onPress={edit}>Edit as text</Button>
  const fault = (sentence: string) => (
    <>
      <Toolbar label="JSON" slim>{head}<span className="sp" />{asText}</Toolbar>
      <div className="p-4"><ProblemNote error={sentence} onRetry={edit} retryLabel="Open as text" /></div>
    </>
  )
  if (!whole && !lines) return fault(`${nameOf(path)} has ${sizeOf(bytes)}; the tree reads JSON up to 5 MB. Its beginning can be read as text.`)
  const parsed = lines ? parseJsonLines(text) : parseJson(text)
  if (!parsed.ok) return fault(`This is not JSON. ${parsed.fault.message}`)
  return <JsonTree key={path} value={parsed.value} find={find} onFind={onFind} head={head} actions={asText} note={lines ? note : ''} />
}
