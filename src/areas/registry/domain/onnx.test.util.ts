/** ONNX models byte by byte, as protobuf writes them. */
const varint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))])
export const number = (field: number, value: number) => [...varint(field * 8), ...varint(value)]
export const part = (field: number, bytes: readonly number[]) => [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes]
export const text = (field: number, value: string) => part(field, [...new TextEncoder().encode(value)])

/** ValueInfoProto of a tensor; a text is a named free dimension. */
export function tensor(name: string, element: number, shape: readonly (number | string)[]) {
  const dims = shape.flatMap((size) => part(1, typeof size === 'number' ? number(1, size) : text(2, size)))
  return [...text(1, name), ...part(2, part(1, [...number(1, element), ...part(2, dims)]))]
}

/** A model that takes `x` of any rows × 4 floats and gives a label. */
export function smallOnnx(): Uint8Array {
  return Uint8Array.from([...number(1, 9), ...text(2, 'skl2onnx'), ...part(7, [...part(11, tensor('x', 1, ['batch', 4])), ...part(12, tensor('label', 7, ['batch']))]), ...part(8, number(2, 19))])
}
