import type { Notice, Params } from '#kit/desk.ts'
import type { Job } from '../domain/job.ts'
import { errorWords } from './error-words.ts'
import { durationWords } from './words.ts'

/** What is told of the end of a job that nobody looks at: every command that went wrong, and training that is done. */
export function endNotice({ process, kind, state, title, error, started, ended }: Job): Pick<Notice, 'kind' | 'text'> | undefined {
  if (!process) return undefined
  const { said } = errorWords(error ?? '')
  if (state === 'failed') return { kind: 'bad', text: `“${title}” failed. ${said}`.trim() }
  if (state === 'lost') return { kind: 'bad', text: `“${title}” was lost. ${said}`.trim() }
  if (state !== 'done' || kind !== 'training.run') return undefined
  return { kind: 'good', text: `“${title}” is done${started === null || ended === null ? '' : `, after ${durationWords(Date.parse(ended) - Date.parse(started))}`}.` }
}

/** Its own page is in front, or that of its run, or of the environment that it builds. */
export function isSeenIn({ id, kind, tags: { run, environment } }: Job, view: { readonly kind: string; readonly params: Params } | undefined): boolean {
  switch (view?.kind) {
    case 'job': return view.params['id'] === id
    case 'run': return run !== undefined && view.params['run'] === run
    case 'environment': return kind === 'environments.build' && view.params['name'] === environment
    default: return false
  }
}
