import { Copy } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { CodeView } from '#kit/CodeView.tsx'
import { useDesk } from '#kit/desk.ts'
import type { Job } from '../domain/job.ts'

const mostShown = 100_000

/** What the work came to, as JSON; a long one is cut, and copied whole. */
export function JobResult({ job }: { readonly job: Job }) {
  const desk = useDesk()
  if (job.state !== 'done') return null
  const text = job.result === null || job.result === undefined ? '' : JSON.stringify(job.result, null, 2)
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(text).then(() => true, () => false)
    desk.notify(copied ? { kind: 'good', text: 'The result was copied.' } : { kind: 'bad', text: 'The browser does not let this page copy. Select the text and copy it by the keyboard.' })
  }
  return (
    <section aria-label="Result">
      <div className="mb-2 flex items-center gap-2">
        <h2 className="text-s font-semibold">Result</h2>
        {text.length > mostShown && <span className="text-s text-ink-2">the first {mostShown.toLocaleString('en-US')} of {text.length.toLocaleString('en-US')} characters; a copy holds all</span>}
        <span className="sp" />
        {text !== '' && <Button variant="ghost" size="s" icon={Copy} onPress={() => void copy()}>Copy</Button>}
      </div>
      {text === '' ? <p className="text-s text-ink-2">This work leaves nothing to show here.</p> : <CodeView code={text.slice(0, mostShown)} language="json" label="Result as JSON" className="max-h-[60vh]" />}
    </section>
  )
}
