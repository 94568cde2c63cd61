import type { Datasets } from '#areas/datasets/server/store.ts'
import type { Artifacts } from '#areas/runs/server/artifacts.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import type { Sqlite } from '#node/sqlite.ts'
import type { Events } from '#wire/events.ts'
import { openApproval } from './approval.ts'
import { openFacts } from './facts.ts'
import type { Gate } from './facts.ts'
import { openFolders } from './folder.ts'
import { importModel } from './import.ts'
import { openLineage } from './lineage.ts'
import { openLog } from './log.ts'
import { openModels } from './models.ts'
import type { NewModel } from './models.ts'
import type { Tag, VersionRecord } from './records.ts'
import { openRows } from './rows.ts'
import { openSearch } from './search.ts'
import { resolveSource } from './source.ts'
import type { Resolved } from './source.ts'
import { openVersions } from './versions.ts'

export type Registry = ReturnType<typeof openRegistry>

interface Needs { readonly sqlite: Sqlite; readonly runs: Runs; readonly datasets: Datasets; readonly events: Events; readonly root: string; readonly artifacts: Pick<Artifacts, 'placeOf' | 'fileOf'> }

interface About { readonly model: string; readonly description?: string | undefined; readonly tags?: readonly Tag[]; readonly runLink?: string | undefined; readonly by: string }

/**
 * Registered models and their versions: MLflow's semantics, with approval on evidence and an activity log on top.
 * What changes and its log entry are one transaction: `change` is how everything is written.
 */
export function openRegistry({ sqlite, runs, datasets, events, root, artifacts }: Needs) {
  const rows = openRows(sqlite)
  const log = openLog(sqlite)
  const models = openModels({ sqlite, rows, log })
  const versions = openVersions({ sqlite, rows, log, models })
  const approval = openApproval({ rows, log, versions })
  const folders = openFolders()
  const gates: Gate[] = []
  const facts = openFacts({ rows, log, runs, datasets, artifacts, folders, gates })

  function change<T>(work: () => T): T {
    const result = sqlite.within(work)
    events.tell({ area: 'registry', ids: [], what: 'changed' })
    return result
  }

  /** A version of a model that is there. */
  async function add(resolved: Resolved, about: About): Promise<VersionRecord> {
    models.need(about.model)
    const folder = await facts.folderOf(resolved)
    const record = change(() => versions.create({ ...about, ...resolved, bytes: folder?.bytes ?? null }))
    if (resolved.loggedModel !== '') await mark(resolved.loggedModel, record, about.by)
    return record
  }

  /** MLflow writes on a logged model which versions it became. */
  async function mark(id: string, { model, version }: VersionRecord, by: string): Promise<void> {
    const key = 'mlflow.modelVersions'
    const before = facts.modelOf(id)?.tags.find((tag) => tag.key === key)?.value
    await runs.models.setTags(id, [{ key, value: JSON.stringify([...listIn(before), { name: model, version }]) }], by)
  }

  async function importFrom(path: string, about: Omit<About, 'tags' | 'runLink'>): Promise<VersionRecord> {
    const { uri, origin, bytes } = await importModel({ root, artifacts, path })
    return change(() => {
      ensure({ name: about.model, by: about.by })
      return versions.create({ ...about, source: uri, storage: uri, origin, bytes })
    })
  }

  function ensure(model: NewModel): void {
    if (!rows.model(model.name)) models.create(model)
  }

  return {
    root, rows, log, models, versions, approval, facts, change, add, importFrom, ensure,
    search: openSearch(sqlite),
    lineage: openLineage({ rows, facts, datasets }),
    resolve: (asked: Parameters<typeof resolveSource>[0]) => resolveSource(asked, { rows, runs, artifacts }),
    placeOf: artifacts.placeOf,
    fileOf: artifacts.fileOf,
    gates: (): readonly Gate[] => gates,
    /** Later areas bring what they can judge of a version. */
    addGate: (gate: Gate): void => void gates.push(gate),
  }
}

function listIn(json: string | undefined): unknown[] {
  try {
    const parsed: unknown = JSON.parse(json ?? '[]')
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}
