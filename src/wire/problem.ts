import { z } from 'zod'

export const ProblemCode = z.enum(['invalid', 'unauthenticated', 'forbidden', 'missing', 'conflict', 'too_large', 'failed'])
export type ProblemCode = z.infer<typeof ProblemCode>

export const statusOf = {
  invalid: 400, unauthenticated: 401, forbidden: 403, missing: 404, conflict: 409, too_large: 413, failed: 500,
} as const satisfies Record<ProblemCode, number>

export const ProblemBody = z.object({ code: ProblemCode, message: z.string(), where: z.string().optional() })
export type ProblemBody = z.infer<typeof ProblemBody>

/** The one error that crosses the wire; `message` is written for the person at the screen, `where` is a path into the input. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly where: string | undefined
  constructor(code: ProblemCode, message: string, where?: string) {
    super(message)
    this.code = code
    this.where = where
  }
}

/** Any thrown value as the body that travels; what is not a Problem is a fault of ours. */
export function bodyOf(error: unknown): ProblemBody {
  if (error instanceof Problem) return { code: error.code, message: error.message, ...(error.where ? { where: error.where } : {}) }
  if (isDiskFull(error)) return { code: 'too_large', message: 'The disk is full, so this was not kept. Free some space and try again; nothing that was saved is lost.' }
  return { code: 'failed', message: error instanceof Error ? error.message : String(error) }
}

const sqliteFull = 13

/** As the system or SQLite says it. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) || ('errcode' in error && error.errcode === sqliteFull)
}
