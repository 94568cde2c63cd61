import { z } from 'zod'
import type { Contract } from './contract.ts'
import { ProblemBody } from './problem.ts'

/** OpenAPI 3.1 of every call of the contracts. */
export function openApi(contracts: readonly Contract[], version: string) {
  const calls = contracts.flatMap((contract) => Object.values(contract))
  const schema = (of: z.ZodType, io: 'input' | 'output') => {
    const { $schema: _, ...rest } = z.toJSONSchema(of, { io, unrepresentable: 'any' })
    return rest
  }
  const json = (of: unknown) => ({ content: { 'application/json': { schema: of } } })
  const paths = calls.map((call) => [`/api/${call.area}.${call.name}`, {
    post: {
      operationId: `${call.area}.${call.name}`,
      tags: [call.area],
      summary: call.about ?? `${call.area} ${call.name}`,
      requestBody: { required: true, ...json(schema(call.input, 'input')) },
      responses: {
        200: { description: 'The answer', ...json(schema(call.output, 'output')) },
        default: { description: 'What was wrong, for the person at the screen', ...json({ $ref: '#/components/schemas/Problem' }) },
      },
    },
  }])
  return {
    openapi: '3.1.0',
    info: { title: 'Atelier', version, description: 'Everything that the page can do.' },
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Problem: schema(ProblemBody, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' }, session: { type: 'apiKey', in: 'cookie', name: 'atelier' } },
    },
    security: [{ bearer: [] }, { session: [] }],
  }
}
