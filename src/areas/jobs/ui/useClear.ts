import { useDesk } from '#kit/desk.ts'
import { useCommand } from '#wire/ask.ts'
import { jobs } from '../contract.ts'

/** Clears what is over and tells how many; the caller stays mounted until then. */
export function useClear(): () => void {
  const desk = useDesk()
  const { mutate } = useCommand(jobs.clear)
  return () => mutate({}, {
    onSuccess: ({ cleared }) => desk.notify({ kind: 'info', text: told(cleared) }),
    onError: ({ message }) => desk.notify({ kind: 'bad', text: message }),
  })
}

function told(cleared: number): string {
  if (cleared === 0) return 'There was no finished job to clear.'
  return cleared === 1 ? 'One finished job was cleared.' : `${cleared} finished jobs were cleared.`
}
