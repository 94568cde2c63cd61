/** Thrift's compact protocol (the thrift repository's thrift-compact-protocol.md), as deep as it is looked at: values stay bytes until they are asked for. */
export interface Field { readonly id: number; readonly type: number; readonly raw: Uint8Array }

export const kinds = { int64: 6, list: 9, struct: 12 } as const

const fixed: Readonly<Record<number, number>> = { 1: 0, 2: 0, 3: 1, 7: 8 }

/** The fields of a struct, each with the bytes of its value. */
export function fieldsOf(bytes: Uint8Array): Field[] {
  return structAt(bytes, 0).fields
}

export function field(fields: readonly Field[], id: number): Uint8Array | undefined {
  return fields.find((one) => one.id === id)?.raw
}

export function intOf(raw: Uint8Array): number {
  const { value } = varintAt(raw, 0)
  return Number(value & 1n ? -(value >> 1n) - 1n : value >> 1n)
}

/** The elements of a list, as bytes. */
export function itemsOf(raw: Uint8Array): Uint8Array[] {
  const { type, count, at } = listAt(raw, 0)
  const ends: Uint8Array[] = []
  for (let i = 0, from = at; i < count; i++) {
    const to = endOf(raw, from, type === 1 || type === 2 ? 3 : type)
    ends.push(raw.subarray(from, to))
    from = to
  }
  return ends
}

export function intBytes(value: number): Uint8Array {
  const wide = BigInt(value)
  return varintBytes(wide < 0n ? (-wide << 1n) - 1n : wide << 1n)
}

export function structBytes(fields: readonly Field[]): Uint8Array {
  let last = 0
  const parts = fields.flatMap(({ id, type, raw }) => {
    const delta = id - last
    last = id
    return [delta > 0 && delta < 16 ? Uint8Array.of((delta << 4) | type) : Buffer.concat([Uint8Array.of(type), intBytes(id)]), raw]
  })
  return Buffer.concat([...parts, Uint8Array.of(0)])
}

export function listBytes(type: number, items: readonly Uint8Array[]): Uint8Array {
  const head = items.length < 15 ? [Uint8Array.of((items.length << 4) | type)] : [Uint8Array.of(0xf0 | type), varintBytes(BigInt(items.length))]
  return Buffer.concat([...head, ...items])
}

function structAt(bytes: Uint8Array, from: number): { readonly fields: Field[]; readonly end: number } {
  const fields: Field[] = []
  let [at, id] = [from, 0]
  for (;;) {
    const head = byteAt(bytes, at)
    if (head === 0) return { fields, end: at + 1 }
    const type = head & 15
    const long = head >> 4 === 0 ? varintAt(bytes, at + 1) : undefined
    id = long ? intOf(bytes.subarray(at + 1, long.end)) : id + (head >> 4)
    const value = long ? long.end : at + 1
    at = endOf(bytes, value, type)
    fields.push({ id, type, raw: bytes.subarray(value, at) })
  }
}

/** Skipping builds nothing: footers hold a million values. */
function structEnd(bytes: Uint8Array, from: number): number {
  let at = from
  for (let head = byteAt(bytes, at); head !== 0; head = byteAt(bytes, at)) at = endOf(bytes, head >> 4 === 0 ? varintEnd(bytes, at + 1) : at + 1, head & 15)
  return at + 1
}

function varintEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (byteAt(bytes, at) > 127) at++
  return at + 1
}

function endOf(bytes: Uint8Array, at: number, type: number): number {
  const size = fixed[type]
  if (size !== undefined) return at + size
  switch (type) {
    case 4: case 5: case 6: return varintEnd(bytes, at)
    case 8: {
      const { value, end } = varintAt(bytes, at)
      return end + Number(value)
    }
    case 9: case 10: {
      const list = listAt(bytes, at)
      let end = list.at
      for (let i = 0; i < list.count; i++) end = endOf(bytes, end, list.type === 1 || list.type === 2 ? 3 : list.type)
      return end
    }
    case 12: return structEnd(bytes, at)
    default: throw new RangeError(`No Thrift type ${type} is read here.`)
  }
}

function listAt(bytes: Uint8Array, at: number): { readonly type: number; readonly count: number; readonly at: number } {
  const head = byteAt(bytes, at)
  if (head >> 4 < 15) return { type: head & 15, count: head >> 4, at: at + 1 }
  const { value, end } = varintAt(bytes, at + 1)
  return { type: head & 15, count: Number(value), at: end }
}

function varintAt(bytes: Uint8Array, at: number): { readonly value: bigint; readonly end: number } {
  let [low, shift, i] = [0, 1, at]
  let high: bigint | undefined
  for (;;) {
    const byte = byteAt(bytes, i++)
    if (shift < 2 ** 42) low += (byte & 127) * shift
    else high = (high ?? 0n) + (BigInt(byte & 127) << BigInt(7 * (i - at - 1)))
    if (byte < 128) return { value: BigInt(low) + (high ?? 0n), end: i }
    if (i - at > 10) throw new RangeError('A number is longer than ten bytes.')
    shift *= 128
  }
}

function varintBytes(value: bigint): Uint8Array {
  const bytes: number[] = []
  let rest = value
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  return Uint8Array.from([...bytes, Number(rest)])
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new RangeError('The bytes end too early.')
  return byte
}
