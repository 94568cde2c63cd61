import { fieldsIn, NotProtobuf, textIn } from './protobuf.ts'
import type { Bytes, Field } from './protobuf.ts'
import type { Signature, SignatureField } from '#areas/runs/domain/signature.ts'
import type { z } from 'zod'

export interface OnnxModel { readonly producer: string; readonly opset: number | null; readonly signature: Signature; readonly external: boolean }

/** Element types of TensorProto.DataType in onnx.proto, as numpy calls them. */
const dtypes: readonly string[] = ['undefined', 'float32', 'uint8', 'int8', 'uint16', 'int16', 'int32', 'int64', 'str', 'bool', 'float16', 'float64', 'uint32', 'uint64', 'complex64', 'complex128', 'bfloat16']

/** Inputs, outputs and opset of an ONNX file, by the few fields of ModelProto that tell them; undefined where it is no ONNX model. Weights are never read. */
export function onnxOf(bytes: Bytes): OnnxModel | undefined {
  try {
    const fields = [...fieldsIn(bytes)]
    const graph = fields.find(({ number }) => number === 7)
    if (!graph || !fields.some(({ number, value }) => number === 1 && value > 0)) return undefined
    const text = (number: number) => { const field = fields.find((one) => one.number === number); return field ? textIn(bytes, field) : '' }
    const opsets = fields.filter(({ number }) => number === 8).map((field) => opsetOf(bytes, field))
    return { producer: `${text(2)} ${text(3)}`.trim(), opset: opsets.find(({ domain }) => domain === '' || domain === 'ai.onnx')?.version ?? null, ...graphOf(bytes, graph) }
  } catch (error) {
    if (error instanceof NotProtobuf) return undefined
    throw error
  }
}

function graphOf(bytes: Bytes, graph: Field): Pick<OnnxModel, 'signature' | 'external'> {
  const fields = [...fieldsIn(bytes, graph.from, graph.to)]
  const weights = fields.filter(({ number }) => number === 5).map((field) => weightOf(bytes, field))
  const constants = new Set(weights.map(({ name }) => name))
  const named = (number: number) => fields.filter((field) => field.number === number).map((field) => valueOf(bytes, field))
  return { signature: { inputs: named(11).filter(({ name }) => !constants.has(name)), outputs: named(12), params: [] }, external: weights.some(({ external }) => external) }
}

function opsetOf(bytes: Bytes, { from, to }: Field) {
  const fields = [...fieldsIn(bytes, from, to)]
  const domain = fields.find(({ number }) => number === 1)
  return { domain: domain ? textIn(bytes, domain) : '', version: fields.find(({ number }) => number === 2)?.value ?? 0 }
}

/** Name of a TensorProto and whether its numbers lie in another file. */
function weightOf(bytes: Bytes, { from, to }: Field) {
  const fields = [...fieldsIn(bytes, from, to)]
  const name = fields.find(({ number }) => number === 8)
  return { name: name ? textIn(bytes, name) : '', external: fields.some(({ number, value }) => number === 14 && value === 1) }
}

function valueOf(bytes: Bytes, { from, to }: Field): z.infer<typeof SignatureField> {
  const fields = [...fieldsIn(bytes, from, to)]
  const name = fields.find(({ number }) => number === 1)
  const type = fields.find(({ number }) => number === 2)
  return { name: name ? textIn(bytes, name) : '', required: true, ...(type ? typeOf(bytes, type) : { type: 'any', shape: null }) }
}

/** TypeProto: a tensor, a sequence, a map or an optional. */
function typeOf(bytes: Bytes, { from, to }: Field): { type: string; shape: number[] | null } {
  const [kind] = fieldsIn(bytes, from, to)
  if (!kind) return { type: 'any', shape: null }
  const inner = [...fieldsIn(bytes, kind.from, kind.to)]
  const part = (number: number) => { const field = inner.find((one) => one.number === number); return field ? typeOf(bytes, field).type : 'any' }
  const element = dtypes[inner.find(({ number }) => number === 1)?.value ?? 0] ?? 'any'
  switch (kind.number) {
    case 1: case 8: return { type: element, shape: shapeOf(bytes, inner.find(({ number }) => number === 2)) }
    case 4: return { type: `sequence<${part(1)}>`, shape: null }
    case 5: return { type: `map<${element}, ${part(2)}>`, shape: null }
    case 9: return { type: `optional<${part(1)}>`, shape: null }
    default: return { type: 'any', shape: null }
  }
}

/** Free dimensions, named or not, are −1, as in MLflow's signatures. */
function shapeOf(bytes: Bytes, shape: Field | undefined): number[] | null {
  if (!shape) return null
  return [...fieldsIn(bytes, shape.from, shape.to)].map(({ from, to }) => {
    const size = [...fieldsIn(bytes, from, to)].find(({ number }) => number === 1)
    return size && size.value > 0 ? size.value : -1
  })
}
