import { valuesText } from './combinations.ts'
import type { TrainingRun } from './job-file.ts'

/** What a run was started with, by name, as a person reads it. */
export function factsOf(run: TrainingRun): (readonly [string, string])[] {
  const { spec, values, inputs } = run
  return [
    ['Work', spec.script ?? (spec.command ?? []).join(' ')],
    ['Values', [valuesText(values), spec.args.join(' ')].filter(Boolean).join('\n') || 'none'],
    ['Code', codeOf(run)],
    ['Environment', environmentOf(run)],
    ['Data', inputs.map(({ name, dataset, version, path }) => `${name}: ${dataset === null ? path : `${dataset} v${version}`}`).join('\n') || 'none'],
  ]
}

function codeOf({ snapshot, git: { commit, branch, dirty } }: TrainingRun): string {
  const at = commit === null ? '' : `commit ${commit.slice(0, 8)}${branch ? ` of ${branch}` : ''}${dirty ? ' with uncommitted changes' : ''}`
  return [snapshot === null ? 'no file of the workspace' : `snapshot ${snapshot.slice(0, 12)}`, at].filter(Boolean).join('\n')
}

function environmentOf({ spec: { environment }, lock, environmentKey }: TrainingRun): string {
  if (environment === '') return 'none: programs of this machine'
  if (lock === null) return `${environment}, never built`
  const packages = lock.split('\n').filter((line) => /^\w/.test(line)).length
  return `${environment}, ${packages} packages as they were locked${environmentKey?.startsWith('adopted:') ? '; an interpreter of this machine' : ''}`
}

/** Said where a run is cloned, which takes the code of today. */
export function changedWords(files: readonly string[]): string {
  const named = files.slice(0, 3).join(', ')
  return `The code changed since that run: ${named}${files.length > 3 ? ` and ${files.length - 3} more` : ''}. A clone takes the code of today; “Run again” on the run takes that of then.`
}
