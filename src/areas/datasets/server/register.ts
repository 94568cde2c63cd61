import { relative, sep } from 'node:path'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import type { Events } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'
import { DatasetName } from '../domain/dataset.ts'
import type { Dialect, Shard, Version } from '../domain/dataset.ts'
import { freeName, nameFor } from '../domain/source-path.ts'
import { hashFiles, shardsIn } from './bytes.ts'
import type { openBytesOf } from './bytes.ts'
import { importCsv } from './csv-import.ts'
import { checkDialect, sniffCsv } from './csv-sniff.ts'
import type { Imported, Import } from './imported.ts'
import { importJson } from './json-import.ts'
import { importListing } from './listing-import.ts'
import { readParquetSet, shardsOf } from './parquet.ts'
import type { Fresh, openRows } from './rows.ts'
import { bytesOf } from './sniff.ts'
import { fingerprintOf, openSource, watchOf } from './sources.ts'
import type { Source, Watch } from './sources.ts'

export interface Registration { readonly path: string; readonly name?: string | undefined; readonly dialect?: Dialect | undefined; readonly note?: string; readonly tags?: readonly string[]; readonly by: string }
export interface Registered { readonly job: string | null; readonly dataset: string; readonly version: number | null }
interface Needs { readonly rows: ReturnType<typeof openRows>; readonly bytes: ReturnType<typeof openBytesOf>; readonly duck: Duck; readonly jobs: Jobs; readonly events: Events; readonly root: string }

/** Takes sources in: Parquet at once and in place, anything else by a job that converts it to the studio's own Parquet. */
export function openRegister({ rows, bytes, duck, jobs, events, root }: Needs) {
  const pending = new Set<string>()

  async function register(wanted: Registration): Promise<Registered> {
    if (wanted.dialect) checkDialect(wanted.dialect)
    const source = await openSource(root, wanted.path)
    const dataset = wanted.name === undefined ? nameOf(source) : DatasetName.parse(wanted.name)
    if (source.format === 'parquet') return { job: null, dataset, version: await inPlace(dataset, source, wanted) }
    const same = known(dataset, source, wanted.dialect)
    if (same !== undefined) return { job: null, dataset, version: same }
    if (pending.has(dataset)) throw new Problem('conflict', `“${dataset}” is being imported right now. Wait until that is over, or stop it under Jobs.`)
    pending.add(dataset)
    const job = jobs.start({
      kind: 'datasets.import', title: `Import ${dataset}`, by: wanted.by,
      run: async ({ signal, report }) => {
        try {
          return await convert(dataset, source, wanted, { signal, report })
        } finally {
          pending.delete(dataset)
        }
      },
    })
    void jobs.settled(job.id).then(() => pending.delete(dataset))
    return { job: job.id, dataset, version: null }
  }

  /** A source that stands already keeps its name. */
  function nameOf(source: Source): string {
    const heads = rows.heads()
    const found = heads.find(({ name, removed }) => !removed && rows.find(name)?.version.source === source.source)
    return found?.name ?? freeName(nameFor(source.source), new Set([...heads.map(({ name }) => name), ...pending]))
  }

  async function inPlace(dataset: string, source: Source, wanted: Registration): Promise<number> {
    const { columns, shards, rows: count, fingerprint } = await readParquetSet(duck, source.files)
    const last = rows.find(dataset)?.version
    if (last?.fingerprint === fingerprint && last.source === source.source) return standing(dataset, last.version)
    const local = shards.map((shard, i) => ({ ...shard, path: source.files[i]?.name ?? shard.path }))
    return added(dataset, { ...freshOf(source, wanted, last), fingerprint, columns: [...columns], rows: count, dialect: null, rejects: 0 }, local, watchOf(source.files))
  }

  async function convert(dataset: string, source: Source, wanted: Registration, { signal, report }: Pick<Import, 'signal' | 'report'>): Promise<{ dataset: string; version: number; rows: number; rejects: number }> {
    report(null, 'Reading the source')
    const dialect = source.format === 'csv' ? (wanted.dialect ?? (await sniffCsv({ duck, root, source, signal })).dialect) : null
    const content = source.format === 'images' || source.format === 'texts' ? watchOf(source.files).flat().join('\0') : await hashFiles(source.files.map(({ path }) => path), signal)
    const fingerprint = fingerprintOf([source.format, source.format === 'images' || source.format === 'texts' ? source.source : '', content, JSON.stringify(dialect)])
    const last = rows.find(dataset)?.version
    if (last?.fingerprint === fingerprint) {
      rows.watch(dataset, last.version, watchOf(source.files))
      return { dataset, version: standing(dataset, last.version), rows: last.rows, rejects: last.rejects }
    }
    const stage = await bytes.newStage()
    try {
      const { columns, rejects } = await importerOf(source)({ duck, root, source, dialect, stage, signal, report })
      await unchanged(source)
      signal.throwIfAborted()
      report(null, 'Writing to disk')
      const folder = await bytes.adopt(stage, fingerprint)
      const shards = await localShards(folder)
      const count = shards.reduce((sum, shard) => sum + shard.rows, 0)
      const version = added(dataset, { ...freshOf(source, wanted, last), fingerprint, columns: [...columns], rows: count, dialect, rejects }, shards, watchOf(source.files))
      return { dataset, version, rows: count, rejects }
    } catch (error) {
      throw dataProblem(error, `Importing “${source.source}”`)
    } finally {
      await bytes.discard(stage)
    }
  }

  async function localShards(folder: string): Promise<Shard[]> {
    const shards = await shardsOf(duck, await shardsIn(folder))
    return shards.map((shard) => ({ ...shard, path: relative(root, shard.path).split(sep).join('/') }))
  }

  /** The version that holds this already, when neither source nor reading changed. */
  function known(dataset: string, source: Source, dialect: Dialect | undefined): number | undefined {
    const last = rows.find(dataset)
    if (!last || last.version.source !== source.source || JSON.stringify(last.watch) !== JSON.stringify(watchOf(source.files))) return undefined
    return dialect === undefined || JSON.stringify(last.version.dialect) === JSON.stringify(dialect) ? standing(dataset, last.version.version) : undefined
  }

  function standing(dataset: string, version: number): number {
    if (rows.head(dataset)?.removed) rows.setRemoved(dataset, null)
    return version
  }

  function added(dataset: string, fresh: Fresh, shards: readonly Shard[], watch: Watch): number {
    const { version } = rows.add(dataset, fresh, shards, watch)
    events.tell({ area: 'datasets', ids: [dataset], what: 'version' })
    return version
  }

  async function unchanged(source: Source): Promise<void> {
    const now = await openSource(root, source.source)
    if (JSON.stringify(watchOf(now.files)) !== JSON.stringify(watchOf(source.files))) throw new Problem('conflict', `“${source.source}” changed while it was read. Nothing was kept; import it again when it is complete.`)
  }

  return { register, localShards, added }
}

function importerOf({ format }: Source): (work: Import) => Promise<Imported> {
  if (format === 'csv') return importCsv
  return format === 'json' || format === 'ndjson' ? importJson : importListing
}

function freshOf(source: Source, { note = '', tags = [], by }: Registration, last: Version | undefined) {
  return {
    format: source.format, source: source.source, bytes: bytesOf(source),
    parent: last ? { dataset: last.dataset, version: last.version } : null,
    recipe: null, recipePath: null, by, at: new Date().toISOString(), note, tags: [...tags],
  }
}
