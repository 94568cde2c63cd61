import type { Open } from './Dialogs.tsx'
import type { Bench } from './session/bench.ts'
import type { Pane } from './side/SidePanes.tsx'
import { useAnswers } from './session/useAnswers.ts'
import { keepView } from './keep-view.ts'

interface Hands {
  readonly bench: Bench
  readonly open: (open: Open) => void
  readonly find: () => void
  readonly show: (pane: Pane) => void
  readonly toggleCode: () => void
  readonly toggleRecipe: () => void
  readonly focusGrid: () => void
  readonly focusRecipe: () => void
  readonly report: () => void
  readonly analyse: () => void
}

/** What the panel's commands do, by id. */
export function useWranglerAnswers(active: boolean, { bench, open, find, show, toggleCode, toggleRecipe, focusGrid, focusRecipe, report, analyse }: Hands): void {
  useAnswers(active, {
    'wrangler.undo': bench.undo,
    'wrangler.redo': bench.redo,
    'wrangler.addStep': () => open({ dialog: 'add' }),
    'wrangler.applyStep': bench.applyDraft,
    'wrangler.discardStep': bench.dropDraft,
    'wrangler.editStep': () => {
      const id = bench.at ?? bench.recipe.steps.at(-1)?.id
      if (id !== undefined) bench.editStep(id)
    },
    'wrangler.nextStep': () => bench.setAt(beside(bench, 1)),
    'wrangler.previousStep': () => bench.setAt(beside(bench, -1)),
    'wrangler.goToRow': () => open({ dialog: 'row' }),
    'wrangler.find': find,
    'wrangler.filter': () => open({ dialog: 'filter', column: bench.column }),
    'wrangler.keepView': () => keepView(bench),
    'wrangler.focusGrid': focusGrid,
    'wrangler.focusRecipe': focusRecipe,
    'wrangler.toggleCode': toggleCode,
    'wrangler.toggleRecipe': toggleRecipe,
    'wrangler.profile': () => show('profile'),
    'wrangler.inspect': () => show('cell'),
    'wrangler.failures': () => show('failures'),
    'wrangler.report': report,
    'wrangler.analyse': analyse,
    'wrangler.publish': () => open({ dialog: 'publish' }),
    'wrangler.export': () => open({ dialog: 'export' }),
  })
}

/** The step before or after the one that is looked at; past the last it is all of them. */
function beside({ recipe, at }: Bench, by: -1 | 1): string | undefined {
  const ids = ['source', ...recipe.steps.map(({ id }) => id)]
  const now = at === undefined ? ids.length - 1 : ids.indexOf(at)
  const next = Math.max(0, now + by)
  return next >= ids.length - 1 ? undefined : ids[next]
}
