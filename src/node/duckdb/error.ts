import { Problem } from '#wire/problem.ts'
import type { ProblemCode } from '#wire/problem.ts'

/** What DuckDB refused; `kind` is its own word: Parser, Binder, Conversion, Out of Memory, IO, Permission, INTERRUPT … */
export class DuckError extends Problem {
  readonly kind: string
  constructor(message: string) {
    const kind = /^([A-Z][A-Za-z ]*?) Error:/.exec(message)?.[1] ?? 'Unknown'
    super(codes[kind] ?? 'failed', message)
    this.kind = kind
  }
}

/** Whose fault a refusal is when nobody says more of it. SQL that DuckDB cannot parse or bind was written by us, unless the person wrote it. */
const codes: Readonly<Record<string, ProblemCode>> = {
  INTERRUPT: 'conflict', Interrupted: 'conflict', Conversion: 'invalid', 'Out of Range': 'invalid', 'Invalid Input': 'invalid', 'Mismatch Type': 'invalid',
  'Out of Memory': 'too_large', Stopped: 'too_large', FATAL: 'invalid', INTERNAL: 'invalid', Permission: 'forbidden', IO: 'conflict', HTTP: 'forbidden', 'Not implemented': 'invalid',
}

/** After such a fault DuckDB answers nothing more until it is started again. */
export function isFatal(message: string): boolean {
  return /^(FATAL|INTERNAL) Error:|database has been invalidated/.test(message)
}

/** A question that came after such a fault was refused before it did anything. */
export function wasNotRun(message: string): boolean {
  return message.includes('database has been invalidated')
}

/** DuckDB's refusal as a sentence for the person; `about` says what was being read. Anything else passes through. */
export function dataProblem(error: unknown, about: string): unknown {
  if (!(error instanceof DuckError)) return error
  const [first = ''] = error.message.replace(/^[A-Z][A-Za-z ]*? Error:\s*/, '').split('\n')
  switch (error.kind) {
    case 'Interrupted':
    case 'INTERRUPT': return new Problem('conflict', `${about}: stopped.`)
    case 'Out of Memory': return new Problem('too_large', `${about} needs more memory than the engine may use, or the disk for temporary files is full. ${first}`)
    case 'Stopped': return new Problem('too_large', `${about}: ${first}`)
    case 'FATAL':
    case 'INTERNAL': return new Problem('invalid', `${about}: the data engine met a fault of its own and was started again. Change the step or the view that asked for this. (${first.slice(0, 200)})`)
    case 'Permission': return new Problem('forbidden', `${about}: only files in the workspace can be read. ${first}`)
    case 'IO': return /No space left|ENOSPC/.test(first) ? new Problem('too_large', `${about}: the disk is full, so it stopped and nothing of it was kept. Free some space and try again; nothing that was saved is lost.`) : new Problem('conflict', `${about}: the file could not be read or written. ${first}`)
    default: return new Problem('invalid', `${about}: ${first}`)
  }
}
