export type ModelUri = { readonly kind: 'logged'; readonly id: string } | { readonly kind: 'version'; readonly name: string; readonly suffix?: string; readonly alias?: string }

/** `models:/m-…` is a logged model; `models:/name/3`, `/Production`, `/latest` and `models:/name@alias` are versions. Undefined for every other address, a fault for one that is none of these. */
export function modelUriOf(source: string): ModelUri | 'fault' | undefined {
  if (!/^models:/i.test(source)) return undefined
  const [, path = ''] = /^models:\/([^/].*)$/i.exec(source) ?? []
  const [name = '', suffix, ...more] = path.split('/')
  if (name.trim() === '' || more.length > 0 || suffix?.trim() === '') return 'fault'
  if (suffix !== undefined) return { kind: 'version', name, suffix }
  const at = name.lastIndexOf('@')
  return at > 0 ? { kind: 'version', name: name.slice(0, at), alias: name.slice(at + 1) } : { kind: 'logged', id: name }
}

export function isLocal(source: string): boolean {
  return /^file:/i.test(source) || !/^[a-z][a-z0-9+.-]*:/i.test(source)
}

export function isProxied(source: string): boolean {
  return /^mlflow-artifacts:/i.test(source) || /^https?:.*\/api\/2\.0\/mlflow-artifacts\/artifacts\//i.test(source)
}

/** Whether an address steps out of its path, however often it is encoded. */
export function isRelative(source: string): boolean {
  const plain = unquoted(source)
  const path = (/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?(.*)$/is.exec(plain)?.[1] ?? plain).replace(/[?#].*$/s, '')
  return path.includes('\0') || plain.split('/').includes('..') || path.split('/').includes('.')
}

/** Whether a proxied address lies under the root of a run or logged model. */
export function isUnder(source: string, root: string): boolean {
  const [own, above] = [partsOf(source), partsOf(root)]
  return isProxied(root) && above.length > 0 && above.every((part, i) => own[i] === part)
}

function partsOf(uri: string): string[] {
  return uri.replace(/^mlflow-artifacts:(\/\/[^/]*)?/i, '').replace(/^https?:.*?\/api\/2\.0\/mlflow-artifacts\/artifacts/i, '').split('/').map(unquoted).filter(Boolean)
}

function unquoted(text: string): string {
  const once = text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, decoded)
  return once === text ? text : unquoted(once)
}

function decoded(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    return run.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }
}
