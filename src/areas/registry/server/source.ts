import { relative } from 'node:path'
import type { Runs } from '#areas/runs/server/store.ts'
import { Problem } from '#wire/problem.ts'
import type { VersionInfo } from '../domain/registered.ts'
import { versionNumber } from './checks.ts'
import type { Places } from './places.ts'
import type { Rows } from './rows.ts'

export interface Asked { readonly source: string; readonly run: string | undefined; readonly loggedModel: string | undefined }
export interface Resolved { readonly source: string; readonly storage: string; readonly run: string; readonly loggedModel: string; readonly origin: Extract<VersionInfo['origin'], 'run' | 'uri'> }

interface Needs { readonly rows: Rows; readonly runs: Runs; readonly places: Places }

/** Where the files of a version are that a client registers, by MLflow's rules of what it may name (mlflow/server/handlers.py). */
export async function resolveSource({ source: given, run: givenRun, loggedModel: givenModel }: Asked, { rows, runs, places }: Needs): Promise<Resolved> {
  const uri = modelUriOf(given)
  if (uri?.kind === 'version') return copyOf(uri)
  if (uri?.kind === 'logged') {
    if (givenModel !== undefined && givenModel !== uri.id) throw notContained(given, 'model_id')
    const model = loggedModelNamed(uri.id)
    return { source: given, storage: model.artifactUri, run: givenRun || (model.run ?? ''), loggedModel: uri.id, origin: 'run' }
  }
  const model = givenModel ? loggedModelNamed(givenModel) : undefined
  const run = givenRun || (model?.run ?? '')
  const root = model ? model.artifactUri : run === '' ? undefined : rootOfRun(run)
  if (isLocal(given)) {
    if (root === undefined || !(await contains(root, given))) throw notLocal(given, givenModel ? 'model_id' : 'run_id')
    return { source: given, storage: given, run, loggedModel: givenModel ?? '', origin: 'run' }
  }
  refuseRelative(given)
  return remote(root, run)

  function remote(home: string | undefined, ofRun: string): Resolved {
    const named = /^runs:\/*([^/]+)\/(.*)$/.exec(given)
    if (named) {
      if (!home || named[1] !== ofRun) throw notContained(given, 'run_id')
      return { source: given, storage: `${home.replace(/\/$/, '')}/${named[2] ?? ''}`, run: ofRun, loggedModel: givenModel ?? '', origin: 'run' }
    }
    const proxied = /^mlflow-artifacts:/i.test(given) || /^https?:.*\/api\/2\.0\/mlflow-artifacts\/artifacts\//i.test(given)
    if (proxied && (!home || !isUnder(given, home))) throw notContained(given, givenModel ? 'model_id' : 'run_id')
    return { source: given, storage: given, run: ofRun, loggedModel: givenModel ?? '', origin: proxied || ofRun !== '' ? 'run' : 'uri' }
  }

  function copyOf({ name, suffix, alias }: { readonly name: string; readonly suffix?: string; readonly alias?: string }): Resolved {
    const version = namedVersion(rows, { name, suffix, alias })
    const record = rows.needVersion(name, version)
    const differs = (asked: string | undefined, is: string) => asked !== undefined && asked !== '' && asked !== is
    if (differs(givenRun, record.run) || differs(givenModel, record.loggedModel)) throw new Problem('invalid', `Invalid model version source: '${given}'. The run_id and model_id request parameters must match the referenced model version.`, 'source')
    return { source: `models:/${name}/${version}`, storage: record.storage, run: record.run, loggedModel: record.loggedModel, origin: record.origin === 'uri' ? 'uri' : 'run' }
  }

  function loggedModelNamed(id: string) {
    try {
      return runs.models.get(id)
    } catch (error) {
      if (error instanceof Problem && error.code === 'missing') throw notContained(given, 'model_id')
      throw error
    }
  }

  function rootOfRun(id: string): string {
    try {
      return runs.runs.get(id).info.artifactUri
    } catch (error) {
      if (error instanceof Problem && error.code === 'missing') return ''
      throw error
    }
  }

  async function contains(home: string, local: string): Promise<boolean> {
    if (home === '') return false
    const [base, place] = await Promise.all([places.placeOf(home), places.placeOf(local)]).catch(() => ['', ''])
    const from = relative(base ?? '', place ?? '')
    return base !== '' && from !== '..' && !/^\.\.[/\\]/.test(from) && !from.startsWith('/')
  }
}

/** The version that `models:/name/3`, `models:/name/Production`, `models:/name/latest` or `models:/name@alias` is. */
function namedVersion(rows: Rows, { name, suffix, alias }: { readonly name: string; readonly suffix?: string | undefined; readonly alias?: string | undefined }): number {
  const { id } = rows.needModel(name)
  const versions = rows.versionsOf(id)
  const missing = () => new Problem('missing', `No version of “${name}” is called “${alias ?? suffix ?? ''}”.`, 'source')
  if (alias !== undefined) return rows.aliasesOf(id).find((one) => one.alias === alias)?.version ?? raise(missing())
  if (suffix !== undefined && /^\d+$/.test(suffix)) return versionNumber(suffix)
  const found = suffix?.toLowerCase() === 'latest' ? versions[0] : versions.find(({ stage }) => stage.toLowerCase() === suffix?.toLowerCase())
  return found?.version ?? raise(missing())
}

type ModelUri = { readonly kind: 'logged'; readonly id: string } | { readonly kind: 'version'; readonly name: string; readonly suffix?: string; readonly alias?: string }

function modelUriOf(source: string): ModelUri | undefined {
  if (!/^models:/i.test(source)) return undefined
  const [, path = ''] = /^models:\/([^/].*)$/i.exec(source) ?? []
  const [name = '', suffix, ...more] = path.split('/')
  if (name.trim() === '' || more.length > 0 || suffix?.trim() === '') throw notContained(source, 'model_id')
  if (suffix !== undefined) return { kind: 'version', name, suffix }
  const at = name.lastIndexOf('@')
  return at > 0 ? { kind: 'version', name: name.slice(0, at), alias: name.slice(at + 1) } : { kind: 'logged', id: name }
}

function isLocal(source: string): boolean {
  return /^file:/i.test(source) || !/^[a-z][a-z0-9+.-]*:/i.test(source)
}

function refuseRelative(source: string): void {
  const plain = unquoted(source)
  const path = (/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?(.*)$/is.exec(plain)?.[1] ?? plain).replace(/[?#].*$/s, '')
  if (path.includes('\0') || plain.split('/').some((part) => part === '..') || path.split('/').includes('.')) {
    throw new Problem('invalid', `Invalid model version source: '${source}'. If supplying a source as an http, https, local file path, ftp, objectstore, or mlflow-artifacts uri, an absolute path must be provided without relative path references present. Please provide an absolute path.`, 'source')
  }
}

/** Until nothing is left to decode, so that `%252e` hides nothing. */
function unquoted(text: string): string {
  const once = text.replaceAll('+', ' ').replace(/(%[0-9a-f]{2})+/gi, (run) => { try { return decodeURIComponent(run) } catch { return run.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) } })
  return once === text ? text : unquoted(once)
}

function isUnder(source: string, root: string): boolean {
  const parts = (uri: string) => uri.replace(/^mlflow-artifacts:(\/\/[^/]*)?/i, '').replace(/^https?:.*?\/api\/2\.0\/mlflow-artifacts\/artifacts/i, '').split('/').map(unquoted).filter(Boolean)
  const [own, above] = [parts(source), parts(root)]
  return /^mlflow-artifacts:/i.test(root) && above.length > 0 && above.every((part, i) => own[i] === part)
}

function notContained(source: string, by: 'run_id' | 'model_id'): Problem {
  return new Problem('invalid', `Invalid model version source: '${source}'. The ${by} request parameter must identify the resource that contains the source.`, 'source')
}

function notLocal(source: string, by: 'run_id' | 'model_id'): Problem {
  return new Problem('invalid', `Invalid model version source: '${source}'. To use a local path as a model version source, the ${by} request parameter has to be specified and the local path has to be contained within the artifact directory of the run specified by the ${by}.`, 'source')
}

function raise(problem: Problem): never {
  throw problem
}
