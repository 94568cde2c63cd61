import { bodyOf, Problem } from '#wire/problem.ts'
import type { ProblemCode } from '#wire/problem.ts'

/** MLflow's names of what went wrong, with their status. INVALID_STATE has 500 upstream; a client would repeat that for minutes, so here it is the caller's mistake that it is. */
const statuses = {
  INVALID_PARAMETER_VALUE: 400, BAD_REQUEST: 400, INVALID_STATE: 400, RESOURCE_ALREADY_EXISTS: 400,
  UNAUTHENTICATED: 401, PERMISSION_DENIED: 403, RESOURCE_DOES_NOT_EXIST: 404, ENDPOINT_NOT_FOUND: 404, RESOURCE_CONFLICT: 409,
  RESOURCE_EXHAUSTED: 413, INTERNAL_ERROR: 500, NOT_IMPLEMENTED: 501,
} as const
export type ErrorCode = keyof typeof statuses

const codes = {
  invalid: 'INVALID_PARAMETER_VALUE', missing: 'RESOURCE_DOES_NOT_EXIST', conflict: 'RESOURCE_ALREADY_EXISTS', unauthenticated: 'UNAUTHENTICATED',
  forbidden: 'PERMISSION_DENIED', too_large: 'RESOURCE_EXHAUSTED', failed: 'INTERNAL_ERROR',
} as const satisfies Record<ProblemCode, ErrorCode>

/** A Problem that says MLflow's own error code; stores need it only where the code does not follow from the Problem's. */
export class Refusal extends Problem {
  readonly error: ErrorCode
  constructor(error: ErrorCode, message: string) {
    super(error === 'INTERNAL_ERROR' ? 'failed' : 'invalid', message)
    this.error = error
  }
}

export function badValue(message: string): Refusal {
  return new Refusal('INVALID_PARAMETER_VALUE', message)
}

/** What a client of MLflow reads of any thrown value. */
export function refusalOf(thrown: unknown): { readonly status: (typeof statuses)[ErrorCode]; readonly body: { readonly error_code: ErrorCode; readonly message: string } } {
  const { code, message, where } = bodyOf(thrown)
  const error = thrown instanceof Refusal ? thrown.error : where === 'INVALID_STATE' ? 'INVALID_STATE' : codes[code]
  return { status: statuses[error], body: { error_code: error, message } }
}
