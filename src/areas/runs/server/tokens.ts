import { Problem } from '#wire/problem.ts'

/** MLflow's page token: base64 of `{"offset": N}`. */
export function tokenOf(offset: number): string {
  return Buffer.from(JSON.stringify({ offset })).toString('base64')
}

export function offsetOf(token: string | undefined): number {
  if (!token) return 0
  const text = Buffer.from(token, 'base64').toString('utf8')
  const found = fieldOf(text, token)
  const offset = Number(found)
  if (!Number.isSafeInteger(offset) || offset < 0) throw new Problem('invalid', `Invalid page token, not stringable ${String(found)}`, 'page_token')
  return offset
}

function fieldOf(text: string, token: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null && 'offset' in parsed && parsed.offset) return parsed.offset
  } catch {
    throw new Problem('invalid', /^(?:[\w+/-]{4})*(?:[\w+/-]{2}==|[\w+/-]{3}=)?$/.test(token) ? `Invalid page token, decoded value=b'${text}'` : 'Invalid page token, could not base64-decode', 'page_token')
  }
  throw new Problem('invalid', `Invalid page token, parsed value=${text}`, 'page_token')
}
