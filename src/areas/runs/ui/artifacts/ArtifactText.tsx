import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { languageOf } from '#kit/code/language.ts'
import { CodeEditor } from '#kit/CodeEditor.tsx'
import { JsonTree } from '#kit/JsonTree.tsx'
import { Markdown } from '#kit/Markdown.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { parseJson } from '#lib/json.ts'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import { ArtifactTable } from './ArtifactTable.tsx'
import { bytesText } from './bytes-text.ts'

/** Text, code, JSON (as a tree, or as rows where it is a logged table) and Markdown. */
export function ArtifactText({ run, path }: { readonly run: string; readonly path: string }) {
  const { data, error, refetch } = useQuery(asking(runs.artifactText, { run, path }))
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!data) return <div className="p-4"><Skeleton lines={8} label={`Reading ${path}`} /></div>
  if (data.binary) return <p className="p-4 text-s text-ink-2">This is no text ({bytesText(data.bytes)}). It is never opened here, only kept: download it to use it.</p>
  return (
    <>
      {!data.whole && <p className="border-b border-line bg-warn-soft px-3 py-2 text-s">The first {bytesText(data.text.length)} of {bytesText(data.bytes)} are shown. Download it to see the rest.</p>}
      {/\.json$/i.test(path) && data.whole ? <JsonView run={run} path={path} text={data.text} /> : <PlainView path={path} text={data.text} />}
    </>
  )
}

function PlainView({ path, text }: { readonly path: string; readonly text: string }) {
  if (/\.(md|markdown)$/i.test(path)) return <div className="min-h-0 flex-1 overflow-auto p-4" role="region" aria-label={path} tabIndex={0}><Markdown text={text} /></div>
  return <div className="min-h-0 flex-1"><CodeEditor value={text} onChange={() => {}} language={path.endsWith('MLmodel') ? 'yaml' : languageOf(path)} label={path} readOnly /></div>
}

function JsonView({ run, path, text }: { readonly run: string; readonly path: string; readonly text: string }) {
  const [find, setFind] = useState('')
  const parsed = parseJson(text)
  const table = /"columns"\s*:/.test(text.slice(0, 2000)) && /"data"\s*:/.test(text)
  const [as, setAs] = useState<'rows' | 'tree'>(table ? 'rows' : 'tree')
  if (!parsed.ok) return <PlainView path={path} text={text} />
  const pick = table && <Segmented label="Shown as" options={[{ id: 'rows', label: 'Rows' }, { id: 'tree', label: 'Tree' }]} value={as} onChange={setAs} />
  if (as === 'rows') return <ArtifactTable run={run} path={path} head={pick} />
  return <JsonTree value={parsed.value} find={find} onFind={setFind} head={pick} actions={null} note="" />
}
