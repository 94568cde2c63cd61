import { never } from '#lib/never.ts'
import type { WrittenOutput } from '../domain/process.ts'
import { bytesWords } from './words.ts'

/** What became of one declared output. */
export function outputWords({ state, bytes }: WrittenOutput): string {
  switch (state) {
    case 'missing': return 'not written'
    case 'untouched': return 'not written: the file is older than this job'
    case 'written': return bytes === null ? 'written' : `written, ${bytesWords(bytes)}`
    default: return never(state)
  }
}

/** A sentence about the declared outputs that were not written; empty where all were. */
export function unwrittenWords(outputs: readonly WrittenOutput[]): string {
  const names = outputs.filter(({ state }) => state !== 'written').map(({ path }) => `“${path}”`)
  if (names.length === 0) return ''
  return `${names.length === 1 ? 'An output that was' : `${names.length} outputs that were`} declared ${names.length === 1 ? 'was' : 'were'} not written: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and others' : ''}.`
}
