import { valueArgs } from './combinations.ts'
import { JobFile } from './job-file.ts'
import type { TrainingRun } from './job-file.ts'

/** Work that is being written. It may lack what is needed to start it. */
export type Draft = JobFile

/** What a form begins with for a script, a data set, or nothing. */
export function blank({ script = '', dataset }: { readonly script?: string | undefined; readonly dataset?: string | undefined }): Draft {
  const stem = script.split('/').at(-1)?.replace(/\.\w+$/, '') ?? ''
  return JobFile.parse({ title: stem === '' ? 'Training' : worded(stem), script, inputs: dataset === undefined ? [] : [{ kind: 'dataset', name: inputName(dataset), dataset }] })
}

/** What a form begins with for a command: nothing that only training needs. */
export function command(): Draft {
  return JobFile.parse({ title: 'Command', command: [], environment: '', track: false })
}

/** A run as something to start with changes: its own combination has become arguments. */
export function cloneOf({ spec, values }: TrainingRun): Draft {
  return { ...spec, each: {}, args: [...spec.args, ...valueArgs(values)] }
}

/** A name for a variable: `flights 2008` gives FLIGHTS_2008. */
export function inputName(title: string): string {
  const name = title.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '')
  return /^[A-Z]/.test(name) ? name : `DATA${name === '' ? '' : `_${name}`}`
}

function worded(stem: string): string {
  const words = stem.replaceAll(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
