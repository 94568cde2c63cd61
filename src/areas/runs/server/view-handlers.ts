import type { Handlers } from '#wire/implement.ts'
import type { runs as contract } from '../contract.ts'
import type { Runs } from './store.ts'

type Calls = Pick<typeof contract, 'views' | 'view' | 'saveView' | 'dropView'>

export function viewHandlers({ views }: Runs): Handlers<Calls> {
  return {
    views: ({ experiments }) => views.list(experiments),
    view: ({ id }) => views.get(id),
    saveView: (view, { actor }) => views.save(view, actor.name),
    dropView: async ({ id }) => ({ changed: await views.remove(id) }),
  }
}
