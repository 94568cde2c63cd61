import { z } from 'zod'

/** The parts of a JSON schema that a form needs, with our metadata beside them. */
export const JsonNode = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  required: z.array(z.string()).optional(),
  widget: z.string().optional(),
  families: z.array(z.string()).optional(),
  ordered: z.boolean().optional(),
  placeholder: z.string().optional(),
  when: z.record(z.string(), z.array(z.string())).optional(),
  $ref: z.string().optional(),
  get properties() { return z.record(z.string(), JsonNode).optional() },
  get items() { return z.union([JsonNode, z.array(JsonNode), z.boolean()]).optional() },
  get additionalProperties() { return z.union([JsonNode, z.boolean()]).optional() },
  get oneOf() { return z.array(JsonNode).optional() },
  get anyOf() { return z.array(JsonNode).optional() },
  get allOf() { return z.array(JsonNode).optional() },
  get $defs() { return z.record(z.string(), JsonNode).optional() },
})
export type JsonNode = z.infer<typeof JsonNode>

export function schemaOf(params: z.ZodType): JsonNode {
  return JsonNode.parse(z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }))
}
