import { Confirm } from '#kit/Confirm.tsx'

export function ClearDialog({ onClear, onClose }: { readonly onClear: () => void; readonly onClose: () => void }) {
  return (
    <Confirm title="Clear the finished jobs?" action="Clear" onConfirm={onClear} onClose={onClose}>
      All jobs that are over go off the list, with their times, results, logs and attempts. The data sets and files that they made stay, and so do the logs of training runs, among the artifacts of the runs. This cannot be taken back.
    </Confirm>
  )
}
