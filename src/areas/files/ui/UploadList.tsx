import { CheckCircle2, CircleAlert } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button } from '#kit/Button.tsx'
import { Progress } from '#kit/Progress.tsx'
import { nameOf } from '../domain/names.ts'
import { sizeOf } from './tree-nodes.tsx'
import { clearUploads, uploads } from './uploads.ts'
import type { Upload } from './uploads.ts'

/** Under the tree while there is anything to say about uploads. */
export function UploadList() {
  const all = useSyncExternalStore(uploads.subscribe, uploads.get)
  if (all.length === 0) return null
  const under = all.filter(({ state }) => state === 'waiting' || state === 'sending').length
  return (
    <section aria-label="Uploads" className="flex max-h-60 flex-none flex-col border-t border-line">
      <div className="hd"><span>{under > 0 ? `Uploading ${under} of ${all.length}` : 'Uploads'}</span><span className="sp" />{under < all.length && <Button variant="ghost" size="s" onPress={clearUploads}>Clear</Button>}</div>
      <ul className="flex flex-col gap-2 overflow-auto px-3 pb-3" aria-live="polite">{all.map((one) => <li key={one.id}><Row upload={one} /></li>)}</ul>
    </section>
  )
}

function Row({ upload: { path, bytes, sent, state, error, cancel } }: { readonly upload: Upload }) {
  if (state === 'sending') return <Progress label={nameOf(path)} done={bytes === 0 ? 1 : sent / bytes} reason={`${sizeOf(sent)} of ${sizeOf(bytes)}`} onCancel={cancel} />
  if (state === 'waiting') return <Progress label={nameOf(path)} reason="Waiting for the uploads before it" onCancel={cancel} />
  const good = state === 'done'
  return (
    <div className="flex items-start gap-2 text-s">
      <span className={good ? 'text-good' : 'text-bad'}>{good ? <CheckCircle2 size={14} /> : <CircleAlert size={14} />}</span>
      <span className="min-w-0 break-words">{nameOf(path)}{good ? `, ${sizeOf(bytes)}` : ''}{state === 'cancelled' ? ': cancelled, nothing was kept' : ''}{error && `: ${error}`}</span>
    </div>
  )
}
