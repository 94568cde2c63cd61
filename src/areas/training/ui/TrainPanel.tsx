import { Dumbbell } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { TrainDesk } from './TrainDesk.tsx'
import { useBase } from './useBase.ts'

/** Work on a script as a form: from a job file, a script, a data set, or a run to clone. */
export function TrainPanel(props: PanelProps) {
  const desk = useDesk()
  const { path } = props.params
  const { base, error, missing, again } = useBase(props.params)
  if (error) {
    return (
      <div className="flex flex-col items-start gap-3 bg-surface p-4" data-view="train">
        <ProblemNote error={error} onRetry={again} />
        {path && <Button onPress={() => desk.openFile(path, 'text')}>Open as text</Button>}
      </div>
    )
  }
  if (missing) return <div className="h-full bg-surface" data-view="train"><Empty icon={Dumbbell} title="Not started here" text="This run was logged by a program of its own, so how it was started is not known. Its script can be started from here all the same." action={<Button variant="primary" onPress={() => desk.open('train')}>Choose a script</Button>} /></div>
  if (!base) return <div className="h-full bg-surface p-6" data-view="train"><Skeleton lines={12} height={24} label="Reading the job" /></div>
  return <TrainDesk key={`${base.path} ${base.hash}`} base={base} onReload={again} {...props} />
}
