import { Problem } from '#wire/problem.ts'
import type { VersionRecord } from './records.ts'
import type { Registry } from './store.ts'

export type Named = Pick<Registration, 'run' | 'path' | 'loggedModel'>

export interface Registration { readonly model: string; readonly run?: string | undefined; readonly path?: string | undefined; readonly loggedModel?: string | undefined; readonly description: string; readonly alias?: string | undefined; readonly by: string }

/** Registers a logged model, or what a run kept under a path: a logged model of that name goes before a folder, and no path means the last model that the run logged. */
export async function register(registry: Registry, { model, run, path, loggedModel, description, alias, by }: Registration): Promise<VersionRecord> {
  const resolved = await registry.resolve(sourceOf(registry, { run, path, loggedModel }))
  if (!(await registry.facts.folderOf(resolved))) throw new Problem('missing', `There are no files at ${resolved.storage}. Log a model there first.`, loggedModel ? 'loggedModel' : 'path')
  registry.change(() => registry.ensure({ name: model, by }))
  const record = await registry.add(resolved, { model, description, by })
  return alias ? registry.change(() => registry.versions.setAlias({ model, version: record.version }, alias, by)) : record
}

function sourceOf({ facts }: Registry, { run, path = '', loggedModel }: Named): Parameters<Registry['resolve']>[0] {
  if (loggedModel) return { source: `models:/${loggedModel}`, run, loggedModel }
  if (!run) throw new Problem('invalid', 'Say which run or which logged model is to be registered.', 'run')
  const found = facts.runOf(run)
  if (!found) throw new Problem('missing', `There is no run ${run}.`, 'run')
  const clean = path.replace(/^\/+|\/+$/g, '')
  const logged = loggedAs(facts, run, clean)
  return logged ? { source: `models:/${logged.id}`, run, loggedModel: logged.id } : { source: `${found.info.artifactUri}/${clean}`.replace(/\/$/, ''), run, loggedModel: undefined }
}

/** The logged model of a run that a path means; undefined where it means a folder. */
export function loggedAs({ loggedIn }: Registry['facts'], run: string, path: string) {
  const all = loggedIn(run)
  return all.findLast(({ name }) => name === path) ?? (path === '' ? all.at(-1) : undefined)
}
