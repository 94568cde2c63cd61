import { useQuery } from '@tanstack/react-query'
import { ChartLine, Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { workspaces } from '#areas/workspaces/contract.ts'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { asking } from '#wire/ask.ts'

/** How training code logs to this workspace: the exact lines. What is copied holds the token, what is seen does not. */
export function LogHow({ experiment = 'my experiment', narrow = false }: { readonly experiment?: string | undefined; readonly narrow?: boolean }) {
  const desk = useDesk()
  const [copied, setCopied] = useState(false)
  const { data } = useQuery(asking(workspaces.connection, {}))
  const uri = data?.url ?? location.origin
  const copy = () => void navigator.clipboard.writeText(linesFor(uri, data?.token, experiment)).then(() => setCopied(true), () => desk.notify({ kind: 'bad', text: 'The browser did not let the lines be copied. Select them and copy them by hand.' }))
  return (
    <div className={`empty rn-how${narrow ? ' narrow' : ''}`}>
      <ChartLine size={28} />
      <h2>No runs yet</h2>
      <p>Training code that calls MLflow logs here once these variables are set; runs, metrics and files appear as they come.</p>
      <pre className="code" tabIndex={0} role="group" aria-label="Lines that log a run">{linesFor(uri, data?.token && '••••••••', experiment)}</pre>
      <div className="flex gap-2">
        <Button variant="primary" icon={copied ? Check : Copy} onPress={copy}>{copied ? 'Copied' : 'Copy the lines'}</Button>
        <Button onPress={() => desk.open('connect')}>Other ways</Button>
      </div>
    </div>
  )
}

function linesFor(uri: string, token: string | null | undefined, experiment: string): string {
  return [
    `export MLFLOW_TRACKING_URI=${uri}`, ...(token ? [`export MLFLOW_TRACKING_TOKEN=${token}`] : []), '', 'import mlflow', `mlflow.set_experiment(${JSON.stringify(experiment)})`,
    'with mlflow.start_run():', '    mlflow.log_param("lr", 0.01)', '    mlflow.log_metric("loss", 0.4, step=1)',
  ].join('\n')
}
