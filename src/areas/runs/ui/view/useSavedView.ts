import { useDesk } from '#kit/desk.ts'
import type { Params } from '#kit/desk.ts'
import { useCommand } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { SavedView, ViewState } from '../../domain/view.ts'

interface Given { readonly view: SavedView | undefined; readonly state: ViewState; readonly setParams: (change: Params) => void; readonly params: Params; readonly onSaved: () => void }

/** Saving, renaming, dropping and sharing the view that is looked at. */
export function useSavedView({ view, state, setParams, params, onSaved }: Given) {
  const desk = useDesk()
  const saving = useCommand(runs.saveView)
  const dropping = useCommand(runs.dropView)

  async function kept(input: Parameters<typeof saving.mutateAsync>[0], text: string): Promise<SavedView | undefined> {
    try {
      const saved = await saving.mutateAsync(input)
      desk.notify({ kind: 'good', text })
      return saved
    } catch (error) {
      desk.notify({ kind: 'bad', text: error instanceof Error ? error.message : 'The view could not be saved.' })
      return undefined
    }
  }

  async function saveAs(name: string): Promise<boolean> {
    const saved = await kept({ name, state }, `Saved the view “${name}”.`)
    if (!saved) return false
    setParams({ view: saved.id, experiments: '', state: '' })
    return true
  }

  return {
    saveAs,
    save: async () => {
      if (view && (await kept({ id: view.id, name: view.name, state }, `Saved “${view.name}”.`))) onSaved()
    },
    rename: async (name: string) => view !== undefined && (await kept({ id: view.id, name, state: view.state }, `The view is now “${name}”.`)) !== undefined,
    drop: () => {
      if (!view) return
      setParams({ view: '', experiments: state.query.experiments.join(','), state: params['state'] ?? '' })
      dropping.mutate({ id: view.id }, { onError: (error) => desk.notify({ kind: 'bad', text: error.message }), onSuccess: () => desk.notify({ kind: 'info', text: `Deleted the view “${view.name}”.` }) })
    },
    share: () => {
      const address = desk.addressOf('runsView', params)
      navigator.clipboard.writeText(address).then(
        () => desk.notify({ kind: 'good', text: 'The address of the view is copied; it restores all of it.' }),
        () => desk.notify({ kind: 'bad', text: `The browser did not let it be copied. The address is ${address}` }),
      )
    },
  }
}
