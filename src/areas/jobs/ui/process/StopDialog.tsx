import { Confirm } from '#kit/Confirm.tsx'

interface Props { readonly title: string; readonly graceSeconds: number; readonly started: boolean; readonly onStop: () => void; readonly onClose: () => void }

export function StopDialog({ title, graceSeconds, started, onStop, onClose }: Props) {
  return (
    <Confirm title={`Stop “${title}”?`} action="Stop" danger onConfirm={onStop} onClose={onClose}>
      {started
        ? `It is asked to end (SIGTERM) and has ${graceSeconds} s to save its work. After that it is ended by force, with all that it started. Its log and what it wrote stay.`
        : 'It has not started yet and leaves the queue.'}
    </Confirm>
  )
}
