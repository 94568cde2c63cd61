import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { OnnxActions } from './OnnxActions.tsx'
import { OnnxFacts } from './OnnxFacts.tsx'
import { OnnxProgress } from './OnnxProgress.tsx'
import { OnnxRefused } from './OnnxRefused.tsx'
import { useOnnx } from './useOnnx.ts'

/** A registered model as an ONNX file: made, verified against its predictor, and kept beside it or refused with the difference. */
export function OnnxPanel({ params, setParams }: PanelProps) {
  const { model = '', version = '', job = '' } = params
  const onnx = useOnnx({ model, version: Number(version), job, onBegun: (begun) => setParams({ job: begun }) })
  const { standing: { data, error, refetch }, state, told, busy, convert, refused } = onnx
  if (error) return <div className="h-full bg-surface p-4" data-view="onnx"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!data) return <div className="h-full bg-surface p-6" data-view="onnx"><Skeleton lines={6} height={20} label="Reading how it stands" /></div>
  return (
    <div className="h-full min-h-0 overflow-auto bg-surface" data-view="onnx">
      <div className="mx-auto flex max-w-[620px] flex-col gap-4 p-6">
        <h1 className="text-xl font-semibold">{model} v{version} as ONNX</h1>
        <p className="text-s text-ink-2">One file that answers without Python. It is made in the environment of the model, asked about rows like the model’s input example, and kept beside the model when its answers are those of the model to 0.0001.</p>
        {data.kept && <OnnxFacts kept={data.kept} />}
        {state === 'running' && <OnnxProgress job={job} />}
        {state === 'failed' && <OnnxRefused told={told} checked={data.checked} busy={busy} onAccept={convert} />}
        {refused && <ProblemNote error={refused} />}
        <OnnxActions at={{ model, version }} job={job} first={!data.kept && state === 'none'} busy={busy} onConvert={() => convert()} />
      </div>
    </div>
  )
}
