import { realpath } from 'node:fs/promises'
import { isAbsolute, relative } from 'node:path'
import type { Artifacts } from '#areas/runs/server/artifacts.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import type { FullModel } from '#areas/runs/server/types.ts'
import { Problem } from '#wire/problem.ts'
import type { VersionInfo } from '../domain/registered.ts'
import { isLocal, isProxied, isRelative, isUnder, modelUriOf } from '../domain/source-uri.ts'
import type { ModelUri } from '../domain/source-uri.ts'
import { versionNumber } from './checks.ts'
import type { Rows } from './rows.ts'

export interface Asked { readonly source: string; readonly run: string | undefined; readonly loggedModel: string | undefined }
export interface Resolved { readonly source: string; readonly storage: string; readonly run: string; readonly loggedModel: string; readonly origin: Extract<VersionInfo['origin'], 'run' | 'uri'> }

interface Needs { readonly rows: Rows; readonly runs: Runs; readonly artifacts: Pick<Artifacts, 'placeOf'> }

/** Where the files of a version are that a client registers, by MLflow's rules of what it may name (mlflow/server/handlers.py). */
export async function resolveSource(asked: Asked, needs: Needs): Promise<Resolved> {
  const uri = modelUriOf(asked.source)
  if (uri === 'fault') throw notContained(asked.source, 'model_id')
  if (uri?.kind === 'version') return copyOf(uri, asked, needs.rows)
  if (uri?.kind === 'logged') return loggedAt(uri.id, asked, needs)
  return storedAt(asked, needs)
}

function loggedAt(id: string, { source, run, loggedModel }: Asked, { runs }: Needs): Resolved {
  if (loggedModel !== id) throw notContained(source, 'model_id')
  const model = needModel(runs, id, source)
  return { source, storage: model.artifactUri, run: run || (model.run ?? ''), loggedModel: id, origin: 'run' }
}

interface Owner { readonly found: Resolved; readonly home: string; readonly by: 'run_id' | 'model_id' }

/** An address of files: those of a run or logged model must be theirs, those elsewhere are taken as they are. */
async function storedAt({ source, run: given, loggedModel = '' }: Asked, { runs, artifacts }: Needs): Promise<Resolved> {
  const model = loggedModel === '' ? undefined : needModel(runs, loggedModel, source)
  const run = given || (model?.run ?? '')
  const owner: Owner = { found: { source, storage: source, run, loggedModel, origin: 'run' }, home: model?.artifactUri ?? rootOf(runs, run), by: model ? 'model_id' : 'run_id' }
  if (!isLocal(source)) return remoteAt(owner)
  if (await isWithin(artifacts, owner.home, source)) return owner.found
  throw notLocal(source, owner.by)
}

function remoteAt({ found, home, by }: Owner): Resolved {
  const { source, run } = found
  if (isRelative(source)) throw stepsOut(source)
  const [, named, path = ''] = /^runs:\/*([^/]+)\/(.*)$/.exec(source) ?? []
  if (named !== undefined) {
    if (by === 'model_id' || home === '' || named !== run) throw notContained(source, by)
    return { ...found, storage: `${home.replace(/\/$/, '')}/${path}` }
  }
  if (!isProxied(source)) return { ...found, origin: run === '' ? 'uri' : 'run' }
  if (isUnder(source, home)) return found
  throw notContained(source, by)
}

function copyOf(uri: Extract<ModelUri, { kind: 'version' }>, { source, run, loggedModel }: Asked, rows: Rows): Resolved {
  const record = rows.needVersion(uri.name, namedVersion(rows, uri))
  const differs = (asked: string | undefined, is: string) => asked !== undefined && asked !== '' && asked !== is
  if (differs(run, record.run) || differs(loggedModel, record.loggedModel)) throw new Problem('invalid', `Invalid model version source: '${source}'. The run_id and model_id request parameters must match the referenced model version.`, 'source')
  return { source: `models:/${uri.name}/${record.version}`, storage: record.storage, run: record.run, loggedModel: record.loggedModel, origin: record.origin === 'uri' ? 'uri' : 'run' }
}

function namedVersion(rows: Rows, { name, suffix = '', alias }: Extract<ModelUri, { kind: 'version' }>): number {
  const { id } = rows.needModel(name)
  if (/^\d+$/.test(suffix)) return versionNumber(suffix)
  const versions = rows.versionsOf(id)
  const byStage = suffix.toLowerCase() === 'latest' ? versions[0] : versions.find(({ stage }) => stage.toLowerCase() === suffix.toLowerCase())
  const found = alias === undefined ? byStage?.version : rows.aliasesOf(id).find((one) => one.alias === alias)?.version
  if (found === undefined) throw new Problem('missing', `No version of “${name}” is called “${alias ?? suffix}”.`, 'source')
  return found
}

function needModel(runs: Runs, id: string, source: string): FullModel {
  try {
    return runs.models.get(id)
  } catch (error) {
    throw isMissing(error) ? notContained(source, 'model_id') : error
  }
}

function rootOf(runs: Runs, run: string): string {
  try {
    return run === '' ? '' : runs.runs.info(run).artifactUri
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Problem && error.code === 'missing'
}

/** Links followed, so that none leads out. */
async function isWithin(artifacts: Needs['artifacts'], home: string, local: string): Promise<boolean> {
  if (home === '') return false
  try {
    const [base, place] = await Promise.all([home, local].map(async (uri) => realpath(await artifacts.placeOf(uri))))
    const from = relative(base ?? '', place ?? '')
    return from !== '..' && !/^\.\.[/\\]/.test(from) && !isAbsolute(from)
  } catch {
    return false
  }
}

function stepsOut(source: string): Problem {
  return new Problem('invalid', `Invalid model version source: '${source}'. If supplying a source as an http, https, local file path, ftp, objectstore, or mlflow-artifacts uri, an absolute path must be provided without relative path references present. Please provide an absolute path.`, 'source')
}

function notContained(source: string, by: 'run_id' | 'model_id'): Problem {
  return new Problem('invalid', `Invalid model version source: '${source}'. The ${by} request parameter must identify the resource that contains the source.`, 'source')
}

function notLocal(source: string, by: 'run_id' | 'model_id'): Problem {
  return new Problem('invalid', `Invalid model version source: '${source}'. To use a local path as a model version source, the ${by} request parameter has to be specified and the local path has to be contained within the artifact directory of the run specified by the ${by}.`, 'source')
}
