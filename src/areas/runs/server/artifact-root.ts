import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where bytes lie: in a folder of this machine, below what the artifact proxy serves, or somewhere only the client can reach. */
export type ArtifactRoot =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'proxy'; readonly path: string }
  | { readonly kind: 'elsewhere'; readonly scheme: string }

/** `/data/x`, `file:///data/x`, `mlflow-artifacts:/3/<run>/artifacts`, `s3://…`. */
export function artifactRootOf(uri: string): ArtifactRoot {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(uri)?.[1]?.toLowerCase()
  if (scheme === undefined) return { kind: 'folder', path: resolve(uri) }
  if (scheme === 'file') return { kind: 'folder', path: folderOf(uri) }
  if (scheme === 'mlflow-artifacts') return { kind: 'proxy', path: uri.replace(/^mlflow-artifacts:(\/\/[^/]*)?\/*/i, '') }
  const [, proxied] = /^https?:.*?\/api\/2\.0\/mlflow-artifacts\/artifacts\/+(.*)$/i.exec(uri) ?? []
  return proxied === undefined ? { kind: 'elsewhere', scheme } : { kind: 'proxy', path: proxied }
}

/** A relative folder made absolute, as MLflow's server does; every other location stays as it is written. */
export function resolvedLocation(location: string, cwd = process.cwd()): string {
  const [, scheme, path = location] = /^(file:)(?!\/)(.*)$/i.exec(location) ?? []
  if (scheme !== undefined) return `file://${join(cwd, path)}`
  return isAbsolute(location) || /^[a-z][a-z0-9+.-]+:/i.test(location) ? location : join(cwd, location)
}

/** The folder that a path or a `file:` URI means. */
export function folderOf(location: string): string {
  if (!/^file:/i.test(location)) return resolve(location)
  try {
    return fileURLToPath(location)
  } catch {
    return resolve(location.slice('file:'.length).replace(/^\/\/[^/]*/, ''))
  }
}
