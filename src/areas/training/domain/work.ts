import type { JobFile } from './job-file.ts'
import { valueArgs, valuesText } from './combinations.ts'
import type { Values } from './combinations.ts'

const source = /\.(py|sh|r|jl|js|ts)$/i

/** The file of the workspace that the work runs: its script, or the first word of its command that names one. */
export function scriptOf({ script, command }: Pick<JobFile, 'script' | 'command'>): string | undefined {
  return script ?? command?.find((word) => source.test(word) && !word.startsWith('/') && !word.startsWith('-'))
}

interface Placed { readonly interpreter: string; /** Where the script stands that is really run. */ readonly script: string | undefined; readonly values: Values }

/** The words that are run. */
export function argvOf(spec: JobFile, { interpreter, script, values }: Placed): string[] {
  const named = scriptOf(spec)
  const words = spec.command ? spec.command.map((word, i) => (word === named && script ? script : i === 0 && /^python3?$/.test(word) ? interpreter : word)) : [interpreter, script ?? spec.script ?? '']
  return [...words, ...spec.args, ...valueArgs(values)]
}

/** `train_flights seed=1`; the title where nothing distinguishes it. */
export function runNameOf(spec: JobFile, values: Values): string {
  const stem = (scriptOf(spec)?.split('/').at(-1) ?? spec.title).replace(/\.\w+$/, '')
  return [stem, valuesText(values)].filter(Boolean).join(' ').slice(0, 250)
}

/** Work that repeats other work says so. */
export function jobTitleOf(spec: JobFile, values: Values, repeats: boolean): string {
  return `${[spec.title, valuesText(values)].filter(Boolean).join(' · ').slice(0, 290)}${repeats ? ' again' : ''}`
}

/** Names of experiments that a script sets by itself, which MLflow refuses where they are not the job's. */
export function experimentsSetIn(code: string): string[] {
  return [...code.matchAll(/^[^#\n]*\bset_experiment\(\s*(?:experiment_name\s*=\s*)?(["'])([^"'\n]+)\1/gm)].map(([, , name = '']) => name)
}
