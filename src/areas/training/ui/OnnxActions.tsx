import { FileOutput } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'

interface ActionsProps { readonly at: { readonly model: string; readonly version: string }; readonly job: string; /** Nothing was tried yet. */ readonly first: boolean; readonly busy: boolean; readonly onConvert: () => void }

export function OnnxActions({ at, job, first, busy, onConvert }: ActionsProps) {
  const desk = useDesk()
  return (
    <div className="flex items-center gap-2">
      <Button variant={first ? 'primary' : 'plain'} icon={FileOutput} disabled={busy} onPress={onConvert}>{first ? 'Convert to ONNX' : 'Convert again'}</Button>
      {job !== '' && <Button onPress={() => desk.open('job', { id: job })}>Open the log</Button>}
      <Button variant="ghost" onPress={() => desk.open('modelVersion', at)}>Back to the version</Button>
    </div>
  )
}
