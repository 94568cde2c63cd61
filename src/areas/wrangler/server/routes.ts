import { join } from 'node:path'
import type { Datasets } from '#areas/datasets/server/store.ts'
import type { Files } from '#areas/files/server/store.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import { openSlices } from '#node/parquet/slices.ts'
import type { Events } from '#wire/events.ts'
import { implement } from '#wire/implement.ts'
import { wrangler } from '../contract.ts'
import { checkFormula, typedFormula } from '../domain/formula/check.ts'
import { typeOf } from '../domain/formula/formula.ts'
import { upTo } from '../domain/recipe.ts'
import { codeOf } from './code.ts'
import { openEffects } from './effect.ts'
import { openFind } from './find.ts'
import { openHeads } from './heads.ts'
import { openInsight } from './insight.ts'
import { openNear } from './near.ts'
import { openOrders } from './order.ts'
import { planOf } from './plan.ts'
import { openPreparer } from './prepare.ts'
import { openPublish } from './publish.ts'
import { openRecipes } from './recipes.ts'
import { openRowStore } from './row-store.ts'
import { openSamples } from './samples.ts'
import { openWindows } from './window.ts'

export interface Needs { readonly duck: Duck; readonly datasets: Datasets; readonly jobs: Jobs; readonly files: Files; readonly events: Events; readonly root: string; readonly folder: string }

export function wranglerRoutes({ duck, datasets, jobs, files, events, root, folder }: Needs) {
  const preparer = openPreparer({ duck, datasets, jobs, folder })
  const slices = openSlices({ folder: join(root, '.atelier', 'tmp', 'slices') })
  const samples = openSamples({ duck, slices })
  const orders = openOrders({ duck, jobs, keeper: preparer.keeper, slices })
  const near = openNear({ slices, rowStore: openRowStore({ keeper: preparer.keeper, jobs }) })
  const windows = openWindows({ duck, preparer, orders, near })
  const effects = openEffects({ duck, preparer, samples })
  const finds = openFind({ duck, preparer, orders })
  const heads = openHeads({ duck, preparer, samples })
  const recipes = openRecipes({ datasets, root })
  const publishing = openPublish({ duck, preparer, datasets, jobs, files, root, tell: (area) => events.tell({ area, ids: [], what: 'changed' }) })

  const insight = openInsight({ duck, preparer, samples, jobs, root })

  return implement(wrangler, {
    start: (asked) => recipes.start(asked),
    open: (asked) => recipes.open(asked),
    save: (asked) => recipes.save(asked),
    plan: ({ recipe }) => planOf({ preparer, recipe }),
    window: (asked, { signal }) => told('The rows', windows.window(asked, signal)),
    cell: (asked, { signal }) => told('The cell', finds.cell(asked, signal)),
    find: (asked, { signal }) => told('The search', finds.find(asked, signal)),
    head: ({ column, ...at }, { signal }) => heads.head(at, column, signal),
    heads: (asked, { signal }) => heads.heads(asked, signal),
    profile: (asked, { signal }) => heads.profile(asked, signal),
    statistic: (asked, { signal }) => told('The columns', heads.statistic(asked, signal)),
    effect: (asked, { signal }) => effects.effect(asked, signal),
    failures: (asked, { signal }) => effects.failures(asked, signal),
    code: (asked, { signal }) => codeOf({ preparer, root, ...asked, signal }),
    analyse: (asked, { actor }) => insight.analyse(asked, actor.name),
    report: (asked, { actor }) => insight.report(asked, actor.name),
    saveReport: (asked) => insight.saveReport(asked),
    formula: async ({ recipe, upTo: until, text }, { signal }) => {
      const { stages, columns: source } = await preparer.planned(upTo(recipe, until), signal)
      const columns = stages.at(-1)?.columns ?? source
      const { problem = null } = checkFormula(text, columns)
      return { problem, type: problem ? null : typeOf(typedFormula(text, columns)) }
    },
    publish: (asked, { actor }) => publishing.publish(asked, actor.name),
    export: (asked, { actor }) => publishing.exportRows(asked, actor.name),
  })
}

/** What the engine refuses, as a sentence. */
function told<T>(about: string, answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => { throw dataProblem(error, about) })
}
