/** Bytes that are read a little at a time, so that a file of gigabytes is never held. */
export interface Bytes {
  readonly size: number
  /** Fewer where the bytes end. */
  readonly at: (offset: number, length: number) => Uint8Array
}

/** A field of a protobuf message: a number, or where its bytes stand. */
export interface Field { readonly number: number; readonly value: number; readonly from: number; readonly to: number }

/** Thrown where the bytes are no protobuf message. */
export class NotProtobuf extends Error {}

/** The fields of the message between two offsets, in order. Groups and their like are refused. */
export function* fieldsIn(bytes: Bytes, from = 0, to = bytes.size): Generator<Field> {
  let offset = from
  while (offset < to) {
    const key = varintAt(bytes, offset)
    offset += key.length
    const number = Math.floor(key.value / 8)
    const wire = key.value % 8
    const field = number === 0 ? undefined : bodyOf(bytes, offset, wire)
    if (!field || field.to > to) throw new NotProtobuf(`No field can stand at byte ${offset}.`)
    yield { number, ...field }
    offset = field.to
  }
}

export function textIn(bytes: Bytes, { from, to }: Field): string {
  return new TextDecoder().decode(bytes.at(from, Math.min(to - from, 100_000)))
}

function bodyOf(bytes: Bytes, offset: number, wire: number): Omit<Field, 'number'> | undefined {
  if (wire === 1) return { value: 0, from: offset, to: offset + 8 }
  if (wire === 5) return { value: 0, from: offset, to: offset + 4 }
  if (wire !== 0 && wire !== 2) return undefined
  const { value, length } = varintAt(bytes, offset)
  const after = offset + length
  return wire === 0 ? { value, from: offset, to: after } : { value: 0, from: after, to: after + value }
}

/** Negative numbers, which take ten bytes, come out as −1. */
function varintAt(bytes: Bytes, offset: number): { value: number; length: number } {
  const some = bytes.at(offset, 10)
  let value = 0
  for (const [i, byte] of some.entries()) {
    value += (byte & 0x7f) * 2 ** (7 * i)
    if (byte < 0x80) return { value: i === 9 ? -1 : value, length: i + 1 }
  }
  throw new NotProtobuf(`No number can stand at byte ${offset}.`)
}
