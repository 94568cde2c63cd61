import { crc32 } from 'node:zlib'

/** A file, or with a name that ends in `/` a folder. */
export interface Packed {
  /** Its path in the archive, with `/` between its parts. */
  readonly name: string
  readonly size: number
  readonly modified: Date
  readonly mode: number
  readonly read: () => AsyncIterable<Uint8Array>
}

type Field = readonly [bytes: 2 | 4 | 8, value: number]
interface Written extends Packed { readonly crc: number; readonly at: number }

const [most, mostEntries] = [0xffff_ffff, 0xffff]
/** The checksum comes after the bytes; names are UTF-8. */
const flags = 0x0808

/** A zip archive as it is written: stored, of any size, held nowhere (APPNOTE 6.3.10; zip64 where a number outgrows its field). Fails when a file has not the size it had. */
export async function* zipOf(files: AsyncIterable<Packed>, limit = most): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let at = 0
  for await (const file of files) {
    const head = headOf(file, limit)
    yield head
    let [crc, size] = [0, 0]
    for await (const part of file.read()) {
      crc = crc32(part, crc)
      size += part.length
      yield part
    }
    if (size !== file.size) throw new Error(`“${file.name}” changed while it was packed.`)
    const wide = size >= limit ? 8 : 4
    const tail = record([4, 0x0807_4b50], [4, crc], [wide, size], [wide, size])
    yield tail
    written.push({ ...file, crc, at })
    at += head.length + size + tail.length
  }
  let length = 0
  for (const one of written) {
    const entry = entryOf(one, limit)
    yield entry
    length += entry.length
  }
  yield endOf({ count: written.length, length, at }, limit)
}

function headOf({ name, size, modified }: Packed, limit: number): Buffer {
  const bytes = Buffer.from(name)
  const extra = size >= limit ? record([2, 1], [2, 16], [8, 0], [8, 0]) : Buffer.alloc(0)
  const place = size >= limit ? most : 0
  return Buffer.concat([record([4, 0x0403_4b50], [2, 45], [2, flags], [2, 0], ...timeOf(modified), [4, 0], [4, place], [4, place], [2, bytes.length], [2, extra.length]), bytes, extra])
}

function entryOf({ name, size, modified, mode, crc, at }: Written, limit: number): Buffer {
  const bytes = Buffer.from(name)
  const wide: Field[] = [...(size >= limit ? [[8, size], [8, size]] as const : []), ...(at >= limit ? [[8, at]] as const : [])]
  const extra = wide.length > 0 ? record([2, 1], [2, wide.length * 8], ...wide) : Buffer.alloc(0)
  const [shown, place] = [size >= limit ? most : size, at >= limit ? most : at]
  return Buffer.concat([record(
    [4, 0x0201_4b50], [2, (3 << 8) | 45], [2, 45], [2, flags], [2, 0], ...timeOf(modified), [4, crc], [4, shown], [4, shown],
    [2, bytes.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, (mode << 16) >>> 0], [4, place],
  ), bytes, extra])
}

function endOf({ count, length, at }: { readonly count: number; readonly length: number; readonly at: number }, limit: number): Buffer {
  const large = count >= mostEntries || length >= limit || at >= limit
  const long: Field[] = [[4, 0x0606_4b50], [8, 44], [2, (3 << 8) | 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, length], [8, at], [4, 0x0706_4b50], [4, 0], [8, at + length], [4, 1]]
  const few = large ? mostEntries : count
  return record(...(large ? long : []), [4, 0x0605_4b50], [2, 0], [2, 0], [2, few], [2, few], [4, large ? most : length], [4, large ? most : at], [2, 0])
}

/** Local time in steps of two seconds, from 1980 on. */
function timeOf(when: Date): Field[] {
  const year = Math.min(127, Math.max(0, when.getFullYear() - 1980))
  return [[2, (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1)], [2, (year << 9) | ((when.getMonth() + 1) << 5) | when.getDate()]]
}

function record(...fields: readonly Field[]): Buffer {
  const out = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) {
    if (bytes === 8) out.writeBigUInt64LE(BigInt(value), at)
    else out.writeUIntLE(value, at, bytes)
    at += bytes
  }
  return out
}
