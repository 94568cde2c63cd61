import { z } from 'zod'

export const SignatureField = z.object({ name: z.string(), type: z.string(), required: z.boolean(), shape: z.array(z.int()).nullable() })
type Field = z.infer<typeof SignatureField>
export const Signature = z.object({ inputs: z.array(SignatureField), outputs: z.array(SignatureField), params: z.array(SignatureField) })
export type Signature = z.infer<typeof Signature>

const Spec = z.looseObject({ type: z.string(), name: z.string().optional(), required: z.boolean().optional(), optional: z.boolean().optional(), shape: z.array(z.int()).nullish() })
const Tensor = z.looseObject({ 'tensor-spec': z.looseObject({ dtype: z.string(), shape: z.array(z.int()) }) })
const Nested = z.looseObject({ items: z.unknown().optional(), values: z.unknown().optional(), properties: z.record(z.string(), z.unknown()).optional() })
const Written = z.looseObject({ inputs: z.string().nullish(), outputs: z.string().nullish(), params: z.string().nullish() })

/** The signature of an MLmodel file: each part is a JSON text of its own. Null where there is none; a part that cannot be read is told. */
export function signatureOf(written: unknown): { readonly signature: Signature | null; readonly warnings: readonly string[] } {
  const parts = Written.safeParse(written)
  if (!parts.success) return { signature: null, warnings: written === undefined || written === null ? [] : ['The signature in MLmodel is not written as MLflow writes it.'] }
  const warnings: string[] = []
  const read = (name: 'inputs' | 'outputs' | 'params') => {
    const fields = fieldsOf(parts.data[name] ?? '[]')
    if (!fields) warnings.push(`The ${name} of the signature cannot be read.`)
    return fields ?? []
  }
  const signature = { inputs: read('inputs'), outputs: read('outputs'), params: read('params') }
  const empty = signature.inputs.length + signature.outputs.length + signature.params.length === 0
  return { signature: empty ? null : signature, warnings }
}

function fieldsOf(text: string): Field[] | undefined {
  try {
    const specs = z.array(Spec).nullable().safeParse(JSON.parse(text))
    return specs.success ? (specs.data ?? []).map(fieldOf) : undefined
  } catch {
    return undefined
  }
}

function fieldOf(spec: z.infer<typeof Spec>): Field {
  const required = spec.required ?? !(spec.optional ?? false)
  const tensor = Tensor.safeParse(spec)
  if (spec.type === 'tensor' && tensor.success) return { name: spec.name ?? '', type: tensor.data['tensor-spec'].dtype, required, shape: tensor.data['tensor-spec'].shape }
  return { name: spec.name ?? '', type: typeText(spec), required, shape: spec.shape ?? null }
}

/** `double`, `array<string>`, `object{id: long, tags: array<string>}`. */
function typeText(written: unknown): string {
  const spec = Spec.safeParse(written)
  if (!spec.success) return 'any'
  const { items, values, properties = {} } = Nested.parse(spec.data)
  switch (spec.data.type) {
    case 'array': return `array<${typeText(items)}>`
    case 'map': return `map<string, ${typeText(values)}>`
    case 'object': return `object{${Object.entries(properties).map(([name, value]) => `${name}: ${typeText(value)}`).join(', ')}}`
    default: return spec.data.type
  }
}
