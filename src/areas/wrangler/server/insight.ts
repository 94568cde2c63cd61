import type { z } from 'zod'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import { insideOf, writeAtomic } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { wrangler } from '../contract.ts'
import { Report } from '../domain/analysis.ts'
import { reportHtml } from '../domain/report-html.ts'
import { upTo } from '../domain/recipe.ts'
import { withView } from '../domain/view.ts'
import { findingOf } from './analyse.ts'
import type { Look } from './head.ts'
import type { Preparer } from './prepare.ts'
import type { Samples } from './samples.ts'
import { reportOf } from './report.ts'
import type { Doing } from './tracks.ts'

/** Analyses and the quality report, as jobs. */
export function openInsight({ duck, preparer, samples, jobs, root }: { duck: Duck; preparer: Preparer; samples: Samples; jobs: Jobs; root: string }) {
  type At = Pick<z.output<typeof wrangler.analyse.input>, 'recipe' | 'upTo' | 'view'>

  async function look({ recipe, upTo: until, view }: At, exact: boolean, signal: AbortSignal): Promise<Look> {
    return { duck, samples, prepared: await preparer.whole(withView(upTo(recipe, until), { ...view, sort: [] }), signal), exact, signal }
  }

  function analyse({ analysis, exact, ...at }: z.output<typeof wrangler.analyse.input>, by: string): { job: string } {
    const run = async ({ signal, report: tell }: Doing) =>
      findingOf(await look(at, exact, signal), analysis, tell).catch((error: unknown) => { throw dataProblem(error, 'The analysis') })
    return { job: jobs.start({ kind: 'wrangler.analyse', title: `Analysing ${at.recipe.source.dataset}: ${analysis.kind}`, by, run }).id }
  }

  function report({ target, ...at }: z.output<typeof wrangler.report.input>, by: string): { job: string } {
    const { dataset } = at.recipe.source
    const run = async ({ signal, report: tell }: Doing) =>
      reportOf({ look: await look(at, false, signal), dataset, target, report: tell }).catch((error: unknown) => { throw dataProblem(error, 'The report') })
    return { job: jobs.start({ kind: 'wrangler.report', title: `Quality report on ${dataset}`, by, run }).id }
  }

  async function saveReport({ job, path }: { job: string; path: string }): Promise<{ path: string }> {
    const found = Report.safeParse(jobs.get(job).result)
    if (!found.success) throw new Problem('invalid', 'That job has made no report. Make the report first, then save it.')
    if (!path.endsWith('.html')) throw new Problem('invalid', 'A saved report’s name ends in .html.', 'path')
    await writeAtomic(await insideOf(root, path), reportHtml(found.data))
    return { path }
  }

  return { analyse, report, saveReport }
}
