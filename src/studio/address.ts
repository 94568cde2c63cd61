import type { Params } from '#kit/desk.ts'
import { fromMlflow } from './mlflow-address.ts'

/** Which desk, and what is to stand in front on it. */
export interface Address {
  readonly session: string
  readonly opens?: { readonly kind: string; readonly params: Params }
}

export const firstSession = 'default'

/** `/`, `/s/NAME`, each followed by `open/KIND?param=…` where a view is meant; or an address that MLflow’s clients print. */
export function readAddress(where: { readonly pathname: string; readonly search: string; readonly hash: string }): Address {
  const { pathname, search } = where
  const told = fromMlflow(where)
  if (told) return { session: firstSession, opens: told }
  const parts = pathname.split('/').filter(Boolean).map(decoded)
  const [head, name] = parts
  const named = head === 's' && name !== undefined
  const session = named ? name : firstSession
  const [open, kind] = named ? parts.slice(2) : parts
  if (open !== 'open' || kind === undefined) return { session }
  return { session, opens: { kind, params: Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value !== '')) } }
}

export function writeAddress({ session, opens }: Address): string {
  const desk = session === firstSession ? '' : `/s/${encodeURIComponent(session)}`
  if (!opens || opens.kind === 'home') return desk || '/'
  const query = new URLSearchParams(Object.entries(opens.params).toSorted(([a], [b]) => (a < b ? -1 : 1))).toString()
  return `${desk}/open/${encodeURIComponent(opens.kind)}${query ? `?${query}` : ''}`
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
