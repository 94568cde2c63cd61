import type { DatasetInput } from './run.ts'

/** A version of a data set as far as it can be recognised in what a run says it read. */
export interface KnownData { readonly dataset: string; readonly version: number; readonly fingerprint: string; readonly source: string; readonly at: number }

/**
 * The data set version that an input of a run is: by its digest, else by its source, else by its name;
 * of several versions the newest that was there when the run began. A match by source or name is a guess where the source changed in between.
 */
export function knownAs(input: Pick<DatasetInput, 'name' | 'digest' | 'source'>, known: readonly KnownData[], began: number | null): KnownData | undefined {
  const byDigest = known.filter(({ fingerprint }) => input.digest.length >= 8 && fingerprint.startsWith(input.digest))
  const [name, said] = splitName(input.name)
  const path = pathOf(input.source)
  const bySource = known.filter(({ source }) => path !== '' && (path === source || path.endsWith(`/${source}`)))
  const byName = known.filter(({ dataset, version }) => dataset === name && (said === undefined || version === said))
  const matches = [byDigest, bySource, byName].find((list) => list.length > 0) ?? []
  const before = matches.filter(({ at }) => began === null || at <= began)
  return (before.length > 0 ? before : matches).toSorted((a, b) => b.version - a.version)[0]
}

/** `wine v3` and `wine@3` name a version. */
function splitName(name: string): [string, number | undefined] {
  const [, stem, version] = /^(.+?)(?:@| v)(\d+)$/.exec(name) ?? []
  return stem === undefined ? [name, undefined] : [stem, Number(version)]
}

/** The path in a source, which clients write as a path, an address or JSON with a `uri`. */
function pathOf(source: string): string {
  const uri = /"(?:uri|path|url)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(source)?.[1] ?? (source.startsWith('{') ? '' : source)
  return uri.replace(/^file:(\/\/)?/, '')
}
