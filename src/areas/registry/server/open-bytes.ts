import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Bytes } from '../domain/protobuf.ts'

const window = 64 * 1024

/** Reads what is asked of a file through one small window, so that gigabytes are passed over and not held. */
export function withBytes<T>(place: string, work: (bytes: Bytes) => T): T {
  const file = openSync(place, 'r')
  try {
    let [from, held] = [0, new Uint8Array(0)]
    const at = (offset: number, length: number) => {
      if (length > window) return read(file, offset, length)
      if (offset < from || offset + length > from + held.length) [from, held] = [offset, read(file, offset, window)]
      return held.subarray(offset - from, offset - from + length)
    }
    return work({ size: fstatSync(file).size, at })
  } finally {
    closeSync(file)
  }
}

function read(file: number, offset: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
}
