import { useDesk } from '#kit/desk.ts'
import { useCommand } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { ExperimentSummary } from '../../domain/experiment.ts'

/** What is done to experiments; deleting is soft and offers to take it back. */
export function useExperimentActs() {
  const desk = useDesk()
  const creating = useCommand(runs.createExperiment)
  const changing = useCommand(runs.changeExperiment)

  async function told(act: () => Promise<unknown>, done?: () => void): Promise<boolean> {
    try {
      await act()
      done?.()
      return true
    } catch (error) {
      desk.notify({ kind: 'bad', text: error instanceof Error ? error.message : 'The experiment could not be changed.' })
      return false
    }
  }

  const restore = (one: ExperimentSummary) => told(() => changing.mutateAsync({ id: one.id, stage: 'active' }), () => desk.notify({ kind: 'good', text: `Restored “${one.name}” with its runs.` }))

  return {
    restore,
    open: (ids: readonly string[], beside = false) => desk.open('runsView', { experiments: ids.join(',') }, { beside }),
    share: (ids: readonly string[]) => void told(() => navigator.clipboard.writeText(desk.addressOf('runsView', { experiments: ids.join(',') })), () => desk.notify({ kind: 'good', text: 'The address is copied.' })),
    create: (name: string) => told(async () => {
      const made = await creating.mutateAsync({ name })
      desk.open('runsView', { experiments: made.id })
    }),
    rename: (id: string, name: string) => told(() => changing.mutateAsync({ id, name })),
    note: (id: string, note: string) => told(() => changing.mutateAsync({ id, note })),
    remove: (one: ExperimentSummary) => told(() => changing.mutateAsync({ id: one.id, stage: 'deleted' }), () => desk.notify({ kind: 'good', text: `Deleted “${one.name}” with its ${one.runs.toLocaleString('en-US')} runs.`, action: { label: 'Undo', run: () => void restore(one) } })),
  }
}

export type ExperimentActs = ReturnType<typeof useExperimentActs>
