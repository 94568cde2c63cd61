import { useQuery } from '@tanstack/react-query'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { workspaces } from '#areas/workspaces/contract.ts'
import type { Connection } from '#areas/workspaces/contract.ts'
import { Button } from '#kit/Button.tsx'
import { CodeView } from '#kit/CodeView.tsx'
import { useDesk } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Switch } from '#kit/Switch.tsx'
import { asking } from '#wire/ask.ts'
import { variablesOf, ways } from './ways.ts'

/** The lines that let a training script log here. */
export function ConnectPanel({ params, setParams }: PanelProps) {
  const { data, error, refetch } = useQuery(asking(workspaces.connection, {}))
  const way = ways.find(({ id }) => id === params.as) ?? ways[0]
  return (
    <div className="panel">
      <div className="page">
        <section aria-label="Connect MLflow" className="flex flex-col gap-4 items-start">
          <h2>Connect MLflow</h2>
          <p>Scripts that call <code>mlflow</code> log to this studio once these variables are set where they run. Nothing in the script changes.</p>
          <Segmented label="Where the script runs" options={ways.map(({ id, label }) => ({ id, label }))} value={way?.id ?? 'sh'} onChange={(as) => setParams({ as: as === 'sh' ? '' : as })} />
          {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
          {!data && !error && <div className="self-stretch"><Skeleton lines={3} label="Reading the address" /></div>}
          {data && way && <Lines connection={data} language={way.language} write={way.write} />}
        </section>
      </div>
    </div>
  )
}

function Lines({ connection, language, write }: { readonly connection: Connection; readonly language: string; readonly write: (typeof ways)[number]['write'] }) {
  const desk = useDesk()
  const [open, setOpen] = useState(false)
  const [copied, setCopied] = useState(false)
  const { token, tokenFile } = connection
  const text = write(variablesOf(connection))
  const copy = async () => {
    const done = await navigator.clipboard.writeText(text).then(() => true, () => false)
    if (!done) return desk.notify({ kind: 'info', text: 'The browser does not give the clipboard. Show the token and copy the lines by hand.' })
    setCopied(true)
    setTimeout(() => setCopied(false), 1500)
  }
  return (
    <>
      <CodeView code={open || token === null ? text : write(variablesOf({ ...connection, token: '•'.repeat(12) }))} language={language} label="Lines to copy" className="card p-3 self-stretch" />
      <div className="flex items-center gap-4">
        <Button variant="primary" icon={copied ? Check : Copy} onPress={() => void copy()}>{copied ? 'Copied' : 'Copy the lines'}</Button>
        {token !== null && <Switch on={open} onChange={setOpen}>Show the token</Switch>}
      </div>
      {token === null && <p className="mut">This studio was started with --no-auth: no token is asked for.</p>}
      {token !== null && <p className="mut">Who holds the token can read and change this workspace. {tokenFile === null ? 'It is the one that --token named at the start.' : <>It is kept in <code>{tokenFile}</code>, which only you can read.</>} <code>MLFLOW_TRACKING_USERNAME</code> with any name and the token as <code>MLFLOW_TRACKING_PASSWORD</code> work, too.</p>}
    </>
  )
}
