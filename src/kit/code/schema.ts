import type { Monaco } from './load.ts'

/** A JSON Schema by which a JSON text is completed, explained and checked while it is typed. */
export interface TextSchema {
  /** Tells it from others; a word. */
  readonly name: string
  readonly schema: object
}

let count = 0
const schemas = new Map<string, { readonly uri: string; readonly fileMatch: string[]; readonly schema: object }>()

/** An address for a model that is to obey a schema; nothing is fetched from it. */
export function newSchemaPath({ name }: TextSchema): string {
  count += 1
  return `inmemory://schema/${name}/${count}.json`
}

/** Lets the model at that address obey; returns how to end it. */
export function obeySchema(monaco: Monaco, path: string, { schema }: TextSchema): () => void {
  schemas.set(path, { uri: `${path}#schema`, fileMatch: [path], schema })
  tell(monaco)
  return () => {
    schemas.delete(path)
    tell(monaco)
  }
}

function tell({ jsonDefaults }: Monaco): void {
  jsonDefaults.setDiagnosticsOptions({ validate: true, allowComments: false, enableSchemaRequest: false, schemas: [...schemas.values()] })
}
