import { Check, ChartLine, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'

/** How training code logs to this workspace: the exact lines. */
export function LogHow({ experiment = 'my experiment', narrow = false }: { readonly experiment?: string | undefined; readonly narrow?: boolean }) {
  const [copied, setCopied] = useState(false)
  const lines = linesFor(location.origin, experiment)
  const copy = () => void navigator.clipboard.writeText(lines).then(() => setCopied(true), () => setCopied(false))
  return (
    <div className={`empty rn-how${narrow ? ' narrow' : ''}`}>
      <ChartLine size={28} />
      <h2>No runs yet</h2>
      <p>Training code that calls MLflow logs here; runs, metrics and files appear as they come. The token is in Settings and in the address that Atelier printed.</p>
      <pre className="code" tabIndex={0} aria-label="Lines that log a run">{lines}</pre>
      <Button variant="primary" icon={copied ? Check : Copy} onPress={copy}>{copied ? 'Copied' : 'Copy the lines'}</Button>
    </div>
  )
}

function linesFor(origin: string, experiment: string): string {
  return [
    `export MLFLOW_TRACKING_URI=${origin}`, 'export MLFLOW_TRACKING_TOKEN=…', '', 'import mlflow', `mlflow.set_experiment(${JSON.stringify(experiment)})`,
    'with mlflow.start_run():', '    mlflow.log_param("lr", 0.01)', '    mlflow.log_metric("loss", 0.4, step=1)',
  ].join('\n')
}
