import { expect, test } from 'vitest'
import { onnxOf } from './onnx.ts'
import { number, part, tensor, text } from './onnx.test.util.ts'

function read(bytes: readonly number[]) {
  const all = Uint8Array.from(bytes)
  return onnxOf({ size: all.length, at: (offset, length) => all.subarray(offset, offset + length) })
}

test('inputs, outputs, shapes and opset of an ONNX model are read from ModelProto; weights are no inputs', () => {
  const graph = [
    ...part(1, [...text(4, 'MatMul')]), ...text(2, 'g'), ...part(5, [...number(1, 300), ...number(2, 1), ...text(8, 'W'), ...part(9, Array.from({ length: 300 }, () => 7))]),
    ...part(11, tensor('x', 1, ['batch', 4])), ...part(11, tensor('W', 1, [4, 3])), ...part(12, tensor('label', 7, ['N'])),
    ...part(12, [...text(1, 'probabilities'), ...part(2, part(4, part(1, part(5, [...number(1, 7), ...part(2, part(1, number(1, 1)))]))))]),
  ]
  expect(read([...number(1, 9), ...text(2, 'skl2onnx'), ...text(3, '1.20'), ...part(7, graph), ...part(8, [...text(1, 'ai.onnx.ml'), ...number(2, 1)]), ...part(8, number(2, 19))])).toEqual({
    producer: 'skl2onnx 1.20', opset: 19, external: false,
    signature: { inputs: [{ name: 'x', type: 'float32', required: true, shape: [-1, 4] }], outputs: [{ name: 'label', type: 'int64', required: true, shape: [-1] }, { name: 'probabilities', type: 'sequence<map<int64, float32>>', required: true, shape: null }], params: [] },
  })
})

test('what is no ONNX model is told apart, also when it is cut off', () => {
  const model = [...number(1, 9), ...part(7, part(11, tensor('x', 1, [2])))]
  expect([read([]), read([0x80, 0x04, 0x95, 1, 2]), read([...new TextEncoder().encode('hello, world')]), read(model.slice(0, -3)), read(model)?.signature.inputs[0]?.shape]).toEqual([undefined, undefined, undefined, undefined, [2]])
})
