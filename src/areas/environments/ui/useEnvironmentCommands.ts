import { useCommandHere } from '#kit/desk.ts'
import { fileOf } from './environment-file.ts'
import type { Environment } from './environment-file.ts'
import type { EnvironmentActions } from './useEnvironmentActions.ts'

/** The commands that the page of an environment answers while it is in front; without `find`, the view in it answers that. */
export function useEnvironmentCommands({ one, active, actions, find }: { readonly one: Environment | undefined; readonly active: boolean; readonly actions: EnvironmentActions; readonly find: (() => void) | undefined }): void {
  const may = (fits: (there: Environment) => boolean) => active && one !== undefined && fits(one)
  const job = one?.job ?? ''
  const name = one?.name ?? ''
  useCommandHere('environments.build', may(({ state }) => ['unbuilt', 'stale', 'failed'].includes(state)), () => actions.build(name))
  useCommandHere('environments.rebuild', may(({ state, kind }) => state === 'ready' && kind !== 'adopted'), () => actions.build(name, true))
  useCommandHere('environments.cancel', may(({ state }) => state === 'building'), () => actions.cancel(job))
  useCommandHere('environments.edit', may(({ kind }) => kind === 'declared'), () => { if (one) actions.desk.openFile(fileOf(one), 'text') })
  useCommandHere('environments.find', active && find !== undefined, () => find?.())
}
