import type { ProcessSpec } from '../../domain/process.ts'
import { bytesWords, durationWords } from '../words.ts'

/** What it was given and when it is tried again, by name. */
export function limitsOf({ resources: { cpu, memory, gpu }, timeoutSeconds, graceSeconds, retries: { count, waitSeconds, factor } }: Pick<ProcessSpec, 'resources' | 'timeoutSeconds' | 'graceSeconds' | 'retries'>): (readonly [string, string])[] {
  return [
    ['Cores', String(cpu)],
    ['Memory', memory === null ? 'no limit but the machine’s' : `${bytesWords(memory)} at most`],
    ...(gpu > 0 ? [['GPUs', String(gpu)] as const] : []),
    ['Time', timeoutSeconds === null ? 'no limit' : `${durationWords(timeoutSeconds * 1000)} at most`],
    ['Grace', `${graceSeconds} s between the polite end and the hard one`],
    ['Retries', count === 0 ? 'none' : `${count}, the first after ${waitSeconds} s${factor > 1 && count > 1 ? `, each wait ${factor} times the last` : ''}`],
  ]
}
