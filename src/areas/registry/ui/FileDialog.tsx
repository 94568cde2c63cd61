import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { languageOf } from '#kit/code/language.ts'
import { Button } from '#kit/Button.tsx'
import { CodeEditor } from '#kit/CodeEditor.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { Markdown } from '#kit/Markdown.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import type { VersionInfo } from '../domain/registered.ts'
import { bytesOf } from './words.ts'

interface FileProps { readonly version: VersionInfo; readonly path: string }

/** One file of a version: text and pictures are shown, everything can be downloaded. */
export function FileDialog({ version, path, onClose }: FileProps & { readonly onClose: () => void }) {
  const address = `/api/registry/file?${new URLSearchParams({ model: version.model, version: String(version.version), path })}`
  const isPicture = /\.(png|jpe?g|gif|webp|svg|bmp|ico|avif)$/i.test(path)
  return (
    <Dialog title={path} width={860} onClose={onClose} actions={<><Button icon={Download} onPress={() => window.open(`${address}&download`, '_self')}>Download</Button><Button variant="primary" onPress={onClose}>Close</Button></>}>
      {isPicture ? <Picture address={address} path={path} /> : <FileText version={version} path={path} />}
    </Dialog>
  )
}

function Picture({ address, path }: { readonly address: string; readonly path: string }) {
  const [failed, setFailed] = useState(false)
  if (failed) return <ProblemNote error={`“${path}” cannot be shown: it is damaged, or of a kind that this browser does not know. Download it instead.`} />
  return <img src={address} alt={path} className="max-h-[60vh] w-full object-contain" onError={() => setFailed(true)} />
}

function FileText({ version: { model, version }, path }: FileProps) {
  const { data, error, refetch } = useQuery(asking(registry.file, { model, version, path }))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} label={`Reading ${path}`} />
  if (data.binary) return <p className="text-s text-ink-2">This is no text ({bytesOf(data.bytes)}). It is never opened here, only kept: download it to use it.</p>
  if (data.bytes === 0) return <p className="text-s text-ink-2">The file is empty.</p>
  return (
    <>
      {!data.whole && <p className="rounded-2 bg-warn-soft px-3 py-2 text-s">Only its beginning is shown; the file is {bytesOf(data.bytes)}. Download it to see the rest.</p>}
      {/\.(md|markdown)$/i.test(path)
        ? <div className="max-h-[60vh] overflow-auto" role="region" aria-label={path} tabIndex={0}><Markdown text={data.text} /></div>
        : <div className="h-[60vh] rounded-2 border border-line"><CodeEditor value={data.text} onChange={() => {}} language={/(^|\/)MLmodel$/.test(path) ? 'yaml' : languageOf(path)} label={path} readOnly wrap /></div>}
    </>
  )
}
