import type { Attempt } from '../domain/process.ts'

/** The sentence of an error and the last line of the log that stands below it, where the reason of a failure is found. */
export function errorWords(error: string): { readonly said: string; readonly last: string } {
  const [said = '', ...lines] = error.split('\n')
  return { said, last: lines.findLast((line) => line.trim() !== '')?.trim() ?? '' }
}

/** How an attempt ended, its code or signal only where the sentence does not name it. */
export function endWords({ exitCode, signal, said }: Pick<Attempt, 'exitCode' | 'signal' | 'said'>): string {
  const by = signal ?? (exitCode === null ? '' : `exit code ${exitCode}`)
  return [said.includes(by) ? '' : by, said].filter(Boolean).join(' · ')
}
