import { jobs } from '#areas/jobs/contract.ts'
import { useDesk } from '#kit/desk.ts'
import { useCommand } from '#wire/ask.ts'

/** Ends the job of a run that the studio started. */
export function useStop(): { readonly stop: (job: string, name: string) => void; readonly stopping: boolean } {
  const desk = useDesk()
  const { mutate, isPending } = useCommand(jobs.cancel)
  const stop = (job: string, name: string) => mutate({ id: job }, { onError: ({ message }) => desk.notify({ kind: 'bad', text: message }), onSuccess: () => desk.notify({ kind: 'info', text: `“${name}” is being stopped.` }) })
  return { stop, stopping: isPending }
}
