import { z } from 'zod'
import { KeyValue } from './run.ts'
import { Signature, signatureOf } from './signature.ts'

const Written = z.looseObject({
  flavors: z.record(z.string(), z.unknown()).default({}),
  signature: z.unknown().optional(),
  mlflow_version: z.union([z.string(), z.number()]).nullish(),
  run_id: z.string().nullish(),
  model_id: z.string().nullish(),
  saved_input_example_info: z.looseObject({ artifact_path: z.string() }).nullish(),
})

export const MlModel = z.object({
  flavors: z.array(z.object({ name: z.string(), facts: z.array(KeyValue) })),
  signature: Signature.nullable(),
  mlflowVersion: z.string().nullable(),
  python: z.string().nullable(),
  run: z.string().nullable(),
  loggedModel: z.string().nullable(),
  examplePath: z.string().nullable(),
  /** In words, what cannot be read or looks wrong. */
  warnings: z.array(z.string()),
})
export type MlModel = z.infer<typeof MlModel>

/** What an MLmodel file, already read as YAML, says. */
export function mlModelOf(yaml: unknown): MlModel {
  const written = Written.safeParse(yaml)
  if (!written.success) return { flavors: [], signature: null, mlflowVersion: null, python: null, run: null, loggedModel: null, examplePath: null, warnings: ['MLmodel is not written as MLflow writes it; only the files are shown.'] }
  const { flavors, signature: text, mlflow_version: version, run_id: run, model_id: loggedModel, saved_input_example_info: example } = written.data
  const { signature, warnings } = signatureOf(text)
  const shown = Object.entries(flavors).map(([name, facts]) => ({ name, facts: factsOf(facts) }))
  const pickled = shown.filter(({ facts }) => facts.some(({ key, value }) => /^(serialization_format|pickle_module)/.test(key) && /pickle/.test(value)))
  return {
    flavors: shown, signature, mlflowVersion: version === null || version === undefined ? null : String(version), run: run ?? null, loggedModel: loggedModel ?? null,
    python: shown.flatMap(({ facts }) => facts).find(({ key }) => key === 'python_version')?.value ?? null,
    examplePath: example?.artifact_path ?? null,
    warnings: [...warnings, ...pickled.map(({ name }) => `The ${name} flavor is pickled: loading it runs code that the file brings. Load it only where you trust who made it.`)],
  }
}

function factsOf(flavor: unknown): z.infer<typeof KeyValue>[] {
  const facts = z.record(z.string(), z.unknown()).safeParse(flavor)
  return facts.success ? Object.entries(facts.data).filter(([, value]) => value !== null && value !== undefined).map(([key, value]) => ({ key, value: typeof value === 'string' ? value : JSON.stringify(value) })) : []
}

/** The lines of a requirements.txt that name something; comments and empty lines left out. */
export function requirementsOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, '').trim()).filter(Boolean)
}
