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
  'Out of Memory': 'too_large', Permission: 'forbidden', IO: 'conflict', HTTP: 'forbidden', 'Not implemented': 'invalid',
}

/** DuckDB's refusal as a sentence for the person; `about` says what was being read. Anything else passes through. */
export function dataProblem(error: unknown, about: string): unknown {
  if (!(error instanceof DuckError)) return error
  const [first = ''] = error.message.replace(/^[A-Z][A-Za-z ]*? Error:\s*/, '').split('\n')
  switch (error.kind) {
    case 'Interrupted':
    case 'INTERRUPT': return new Problem('conflict', `${about}: stopped.`)
    case 'Out of Memory': return new Problem('too_large', `${about} needs more memory than the engine may use, or the disk for temporary files is full. ${first}`)
    case 'Permission': return new Problem('forbidden', `${about}: only files in the workspace can be read. ${first}`)
    case 'IO': return new Problem(/No space left/.test(first) ? 'too_large' : 'conflict', `${about}: the file could not be read or written. ${first}`)
    default: return new Problem('invalid', `${about}: ${first}`)
  }
}
