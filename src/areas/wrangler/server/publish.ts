import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { DatasetName } from '#areas/datasets/domain/dataset.ts'
import { writeOptions } from '#areas/datasets/domain/source-sql.ts'
import type { Datasets } from '#areas/datasets/server/store.ts'
import type { Files } from '#areas/files/server/store.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import { literal, name as quoted } from '#lib/sql.ts'
import { plural } from '#lib/words.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import { diskProblem, exists, insideOf, makeFolder } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { wrangler } from '../contract.ts'
import { uniqueNames } from '../domain/columns.ts'
import { kindOf } from '../domain/compile.ts'
import { upTo } from '../domain/recipe.ts'
import type { Recipe } from '../domain/recipe.ts'
import { chainSql } from '../domain/to-sql.ts'
import { withView } from '../domain/view.ts'
import { shardsIn, writeShards } from './keep.ts'
import type { Prepared, Preparer } from './prepare.ts'
import type { Doing } from './tracks.ts'

interface Needs { readonly duck: Duck; readonly preparer: Preparer; readonly datasets: Datasets; readonly jobs: Jobs; readonly files: Files; readonly root: string; readonly tell: (area: string) => void }

/** The recipe over all rows, as a new version or as a file. What is half-written when something fails is taken away. */
export function openPublish({ duck, preparer, datasets, jobs, files, root, tell }: Needs) {
  const temporary = join(root, '.atelier', 'tmp')

  function publish({ recipe, as, note, recipePath }: z.output<typeof wrangler.publish.input>, by: string): { job: string } {
    const name = DatasetName.safeParse(as)
    if (!name.success) throw new Problem('invalid', name.error.issues[0]?.message ?? 'That is no name for a data set.', 'as')
    const run = async (doing: Doing) => {
      doing.report(0, 'Preparing the steps')
      const prepared = await ready(recipe, doing)
      doing.report(0, 'Writing all rows')
      await makeFolder(temporary)
      const stage = join(temporary, `publish-${randomUUID()}`)
      try {
        const query = finalSql(prepared)
        await writeShards({ duck, query, stage, columns: prepared.columns.length, signal: doing.signal, onProgress: (share) => doing.report(share) })
        const shards = await shardsIn(duck, stage)
        const names = uniqueNames(prepared.columns)
        const { version } = prepared.relation
        doing.report(1, 'Keeping the version')
        const made = await datasets.publish({
          name: as, stage, note, by, tags: [], recipe, recipePath,
          columns: prepared.columns.map(({ id, type }) => ({ name: names.get(id) ?? id, type })),
          rows: shards.reduce((sum, shard) => sum + shard.rows, 0),
          parent: { dataset: version.dataset, version: version.version },
        })
        tell('datasets')
        return { dataset: made.dataset, version: made.version, rows: made.rows }
      } catch (error) {
        throw diskProblem(dataProblem(error, `Publishing ${as}`), as)
      } finally {
        await rm(stage, { recursive: true, force: true })
      }
    }
    return { job: jobs.start({ kind: 'wrangler.publish', title: `Publishing ${as}`, by, run }).id }
  }

  async function exportRows({ recipe, upTo: until, view, path, format, replace }: z.output<typeof wrangler.export.input>, by: string): Promise<{ job: string }> {
    const target = await insideOf(root, path)
    await datasets.notASource(path)
    if (!replace && (await exists(target))) throw new Problem('conflict', `There is already a “${path}”. Choose another name, or say that it may be replaced.`, 'path')
    const run = async (doing: Doing) => {
      const prepared = await ready(withView(upTo(recipe, until), view), doing)
      await makeFolder(temporary)
      const part = join(temporary, `export-${randomUUID()}`)
      const how = { csv: 'FORMAT csv, HEADER', parquet: `FORMAT parquet, COMPRESSION zstd, ${writeOptions(prepared.columns.length)}`, ndjson: 'FORMAT json' }[format]
      try {
        await duck.read({ text: `COPY (${finalSql(prepared)}) TO ${literal(part)} (${how})`, background: true, signal: doing.signal, onProgress: doing.report })
        await flushed(part)
        await datasets.notASource(path)
        await files.adopt({ from: part, path, taken: replace ? 'replace' : 'refuse', by })
        return { path }
      } catch (error) {
        throw diskProblem(dataProblem(error, `Exporting ${path}`), path)
      } finally {
        await rm(part, { force: true })
      }
    }
    return { job: jobs.start({ kind: 'wrangler.export', title: `Exporting ${path}`, by, run }).id }
  }

  /** Prepared and sound: a broken step or rule stops here, with its sentence. */
  async function ready(recipe: Recipe, doing: Doing): Promise<Prepared> {
    const prepared = await preparer.whole(recipe, doing.signal)
    doing.signal.throwIfAborted()
    const broken = prepared.stages.find(({ problem }) => problem)
    if (broken) throw new Problem('invalid', `Step ${titleOf(broken.step.op)} cannot run: ${broken.problem?.message ?? ''} Mend it, or switch it off.`)
    if (prepared.columns.length === 0) throw new Problem('invalid', 'The recipe leaves no column. Keep at least one.')
    await guard(prepared, doing)
    return prepared
  }

  /** Rules that block, and casts that must not fail. */
  async function guard({ source, stages }: Prepared, { signal }: Doing): Promise<void> {
    for (const [i, stage] of stages.entries()) {
      const bad = blockerOf(stage)
      if (!bad) continue
      const before = await preparer.through(source, stages.slice(0, i), { signal, report: () => {} })
      const { rows: [[count = 0] = []] } = await duck.read({ text: chainSql({ base: before.base.sql(), stages: before.rest, query: `SELECT count(*) FILTER (WHERE _bad) FROM (SELECT (${bad}) AS _bad FROM prev)` }), signal, background: true })
      if (Number(count) > 0) throw new Problem('invalid', `${titleOf(stage.step.op)} stops this: ${plural(Number(count), { one: 'row fails', many: 'rows fail' })} it. See its failures, mend them, or let it warn only.`)
    }
  }

  return { publish, exportRows }
}

function blockerOf({ change, step }: Prepared['stages'][number]): string | undefined {
  if (change?.kind === 'check') return change.severity === 'block' ? change.fails : undefined
  if (change?.kind !== 'cells' || !change.failed || step.params.onError !== 'fail') return undefined
  return Object.values(change.failed).map((sql) => `coalesce(${sql}, false)`).join(' OR ')
}

function finalSql({ base, rest, columns, order, moves }: Prepared): string {
  const names = uniqueNames(columns)
  const list = columns.map(({ id }) => `${id} AS ${quoted(names.get(id) ?? id)}`).join(', ')
  const sorted = moves && order !== '_rid' ? ` ORDER BY ${order}` : ''
  return chainSql({ base: base.sql(), stages: rest, query: `SELECT ${list} FROM prev${sorted}` })
}

function titleOf(op: string): string {
  return `“${kindOf(op).title}”`
}

async function flushed(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}
