import { Confirm } from './Confirm.tsx'

interface Props { readonly title: string; readonly graceSeconds?: number | undefined; readonly started: boolean; readonly onStop: () => void; readonly onClose: () => void }

/** Asks before a command on the machine is ended, and says what becomes of its work. */
export function StopDialog({ title, graceSeconds = 10, started, onStop, onClose }: Props) {
  return (
    <Confirm title={`Stop “${title}”?`} action="Stop" danger onConfirm={onStop} onClose={onClose}>
      {started
        ? `It is asked to end (SIGTERM) and has ${graceSeconds} s to save its work. After that it is ended by force, with all that it started. Its log and what it wrote stay.`
        : 'It has not started yet and leaves the queue.'}
    </Confirm>
  )
}
