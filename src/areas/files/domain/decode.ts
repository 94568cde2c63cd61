import type { TextFile } from './entry.ts'

type Decoded = Pick<TextFile, 'kind' | 'text' | 'encoding' | 'bom'>

/** Bytes as text: by their mark, else UTF-8, else Windows-1252, which holds Latin-1. A zero byte in the first 8 kB means binary. A head may end within a letter. */
export function decoded(bytes: Uint8Array, whole = true): Decoded {
  const mark = [bytes[0], bytes[1], bytes[2]]
  if (mark[0] === 0xff && mark[1] === 0xfe) return { kind: 'text', text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', bom: true }
  if (mark[0] === 0xfe && mark[1] === 0xff) return { kind: 'text', text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be', bom: true }
  const bom = mark[0] === 0xef && mark[1] === 0xbb && mark[2] === 0xbf
  if (bytes.subarray(0, 8192).includes(0)) return { kind: 'binary', text: '', encoding: 'utf-8', bom: false }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(whole ? bytes : untorn(bytes)), encoding: 'utf-8', bom }
  } catch {
    return looksBinary(bytes) ? { kind: 'binary', text: '', encoding: 'utf-8', bom: false } : { kind: 'text', text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', bom: false }
  }
}

/** Without the letter that the cut tore apart. */
function untorn(bytes: Uint8Array): Uint8Array {
  const back = [1, 2, 3].find((n) => ((bytes.at(-n) ?? 0) & 0xc0) === 0xc0)
  return back === undefined ? bytes : bytes.subarray(0, bytes.length - back)
}

/** More than one in thirty of the first bytes are control characters that text does not use. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192)
  const odd = head.reduce((sum, byte) => sum + Number(byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) || byte === 127), 0)
  return odd * 30 > head.length
}
