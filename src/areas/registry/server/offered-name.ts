import { freeName } from '#areas/datasets/domain/source-path.ts'
import { validName } from '../domain/names.ts'
import { loggedAs } from './register.ts'
import type { Named } from './register.ts'
import type { Registry } from './store.ts'

/** The name to offer for a version of this source: the one last registered from its experiment, else the logged model’s own, made free and valid. */
export function offeredName({ rows, facts }: Registry, { run = '', path = '', loggedModel = '' }: Named): string {
  const logged = loggedModel === '' ? loggedAs(facts, run, path.replace(/^\/+|\/+$/g, '')) : facts.modelOf(loggedModel)
  const experiment = experimentOf(facts, { run, loggedModel: logged?.id ?? '' })
  if (experiment === undefined) return ''
  const last = rows.recent().find((version) => experimentOf(facts, version) === experiment)
  if (last) return last.model
  return freeName(validName(logged?.name ?? path), new Set(rows.models().map(({ name }) => name)))
}

function experimentOf({ runOf, modelOf }: Registry['facts'], version: { readonly run: string; readonly loggedModel: string }): string | undefined {
  return modelOf(version.loggedModel)?.experiment ?? runOf(version.run)?.info.experiment
}
