import { files } from '#areas/files/contract.ts'
import { jobs } from '#areas/jobs/contract.ts'
import { useDesk } from '#kit/desk.ts'
import { bytesOf } from '#lib/words.ts'
import { useCommand } from '#wire/ask.ts'
import { environments } from '../contract.ts'
import type { EnvironmentHeadline } from '../domain/environment.ts'

export type EnvironmentActions = ReturnType<typeof useEnvironmentActions>

/** What is done to an environment from any view of it; refusals are told as notices. */
export function useEnvironmentActions() {
  const desk = useDesk()
  const building = useCommand(environments.build)
  const cancelling = useCommand(jobs.cancel)
  const removing = useCommand(environments.delete)
  const restoring = useCommand(files.restore)
  const adopting = useCommand(environments.adopt)
  const onError = (error: Error) => desk.notify({ kind: 'bad', text: error.message })

  const open = (name: string, tab?: string) => desk.open('environment', { name, ...(tab ? { tab } : {}) })
  const compare = (left: string, right: string) => desk.open('environmentCompare', { left, right })
  const build = (name: string, again = false) => building.mutate({ name, again }, { onError })
  const cancel = (job: string) => cancelling.mutate({ id: job }, { onError })
  const copy = (text: string, what: string) => void navigator.clipboard.writeText(text).then(
    () => desk.notify({ kind: 'good', text: `Copied ${what}.` }),
    () => desk.notify({ kind: 'bad', text: 'The browser does not let this page copy. Select the text and copy it by the keyboard.' }),
  )

  /** `after` runs when it is gone; the view that asked must stand until then, or the notice is not shown. */
  function remove({ name, kind, interpreter }: EnvironmentHeadline, after?: () => void): void {
    removing.mutate({ name }, {
      onError,
      onSuccess: ({ freed, trashed }) => {
        const undo = kind === 'adopted' && interpreter !== null ? () => adopting.mutate({ name, path: interpreter }, { onError })
          : trashed.length > 0 ? () => restoring.mutate({ ids: trashed }, { onError }) : undefined
        const text = kind === 'adopted' ? `“${name}” is let go of; its files are untouched.` : `“${name}” is deleted${freed > 0 ? `; ${bytesOf(freed)} are free again` : ''}.`
        desk.notify({ kind: 'info', text, ...(undo ? { action: { label: 'Undo', run: undo } } : {}) })
        after?.()
      },
    })
  }

  return { desk, open, compare, build, cancel, copy, remove }
}
