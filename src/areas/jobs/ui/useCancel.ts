import { useDesk } from '#kit/desk.ts'
import { useCommand } from '#wire/ask.ts'
import { jobs } from '../contract.ts'

export function useCancel(): (id: string) => void {
  const desk = useDesk()
  const { mutate } = useCommand(jobs.cancel)
  return (id) => mutate({ id }, { onError: ({ message }) => desk.notify({ kind: 'bad', text: message }) })
}
