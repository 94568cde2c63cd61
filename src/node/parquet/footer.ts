import { open } from 'node:fs/promises'
import { field, fieldsOf, intBytes, intOf, itemsOf, kinds, listBytes, structBytes } from './compact.ts'
import type { Field } from './compact.ts'

/** A row group: its rows in the file, and the bytes that hold all its columns. */
export interface RowGroup { readonly first: number; readonly rows: number; readonly start: number; readonly end: number; readonly raw: Uint8Array }

export interface Footer { readonly fields: readonly Field[]; readonly groups: readonly RowGroup[]; readonly columns: number }

const magic = 'PAR1'
const longest = 64_000_000
/** Old writers did not count the head of the dictionary page (as Arrow's readers allow for). */
const uncounted = 100

/** Field numbers of parquet.thrift (apache/parquet-format). */
const ofFile = { rows: 3, groups: 4, encryption: 8 } as const
const ofGroup = { columns: 1, rows: 3, offset: 5, ordinal: 7 } as const
const ofChunk = { path: 1, offset: 2, meta: 3, indexes: [4, 5, 6, 7], secret: [8, 9] } as const
const ofMeta = { size: 7, data: 9, index: 10, dictionary: 11, bloom: [14, 15] } as const

/** What a Parquet file says of itself; undefined where it is encrypted, spread over files, or not as the format has it. */
export async function readFooter(path: string): Promise<Footer | undefined> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tail = (await file.read({ buffer: Buffer.alloc(8), position: Math.max(0, size - 8) })).buffer
    const length = tail.readUInt32LE(0)
    if (tail.toString('latin1', 4) !== magic || length > Math.min(longest, size - 12)) return undefined
    const { buffer } = await file.read({ buffer: Buffer.alloc(length), position: size - 8 - length })
    return footerIn(buffer, size - 8 - length)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  } finally {
    await file.close()
  }
}

/** The footer of a file that holds one row group alone, its bytes from `start` moved to just behind the magic. */
export function footerOf({ fields }: Footer, { raw, rows, start }: RowGroup): Uint8Array {
  const by = start - magic.length
  const group = structBytes(fieldsOf(raw).flatMap((one) => {
    if (one.id === ofGroup.columns) return [{ ...one, raw: listBytes(kinds.struct, itemsOf(one.raw).map((chunk) => movedChunk(chunk, by))) }]
    return one.id === ofGroup.offset || one.id === ofGroup.ordinal ? [] : [one]
  }))
  return structBytes(fields.map((one) => {
    if (one.id === ofFile.rows) return { ...one, raw: intBytes(rows) }
    return one.id === ofFile.groups ? { ...one, raw: listBytes(kinds.struct, [group]) } : one
  }))
}

function footerIn(bytes: Uint8Array, most: number): Footer | undefined {
  const fields = fieldsOf(bytes)
  if (field(fields, ofFile.encryption)) return undefined
  const groups: RowGroup[] = []
  let [first, columns] = [0, 0]
  for (const raw of itemsOf(need(fields, ofFile.groups))) {
    const group = fieldsOf(raw)
    const chunks = itemsOf(need(group, ofGroup.columns)).map((chunk) => fieldsOf(chunk))
    if (chunks.some((chunk) => chunk.some(({ id }) => id === ofChunk.path || ofChunk.secret.some((one) => one === id)))) return undefined
    const extents = chunks.map((chunk) => extentOf(fieldsOf(need(chunk, ofChunk.meta))))
    const rows = intOf(need(group, ofGroup.rows))
    const start = extents.reduce((least, extent) => Math.min(least, extent.start), most)
    const end = extents.reduce((last, extent) => Math.max(last, extent.end), start)
    groups.push({ first, rows, start, end: Math.min(most, end + uncounted), raw })
    first += rows
    columns = chunks.length
  }
  return { fields, groups, columns }
}

function extentOf(meta: readonly Field[]): { readonly start: number; readonly end: number } {
  const dictionary = field(meta, ofMeta.dictionary)
  const data = intOf(need(meta, ofMeta.data))
  const start = dictionary && intOf(dictionary) > 0 ? Math.min(data, intOf(dictionary)) : data
  return { start, end: start + intOf(need(meta, ofMeta.size)) }
}

/** Without indexes and Bloom filters: they stay behind. */
function movedChunk(raw: Uint8Array, by: number): Uint8Array {
  return structBytes(fieldsOf(raw).flatMap((one) => {
    if (one.id === ofChunk.meta) return [{ ...one, raw: movedMeta(one.raw, by) }]
    if (one.id === ofChunk.offset) return [moved(one, by)]
    return ofChunk.indexes.some((id) => id === one.id) ? [] : [one]
  }))
}

function movedMeta(raw: Uint8Array, by: number): Uint8Array {
  const places: readonly number[] = [ofMeta.data, ofMeta.index, ofMeta.dictionary]
  return structBytes(fieldsOf(raw).flatMap((one) => {
    if (places.includes(one.id)) return [moved(one, by)]
    return ofMeta.bloom.some((id) => id === one.id) ? [] : [one]
  }))
}

function moved(one: Field, by: number): Field {
  return { ...one, raw: intBytes(Math.max(0, intOf(one.raw) - by)) }
}

function need(fields: readonly Field[], id: number): Uint8Array {
  const raw = field(fields, id)
  if (!raw) throw new RangeError(`The footer has no field ${id}.`)
  return raw
}
