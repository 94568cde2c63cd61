import type { TabNode } from 'flexlayout-react'
import type { PanelSpec, Params } from '#kit/desk.ts'

const none: Params = {}

/** The same object as long as nothing changed, for React. */
export function paramsOf(node: TabNode): Params {
  const config: unknown = node.getConfig()
  return isParams(config) ? config : none
}

/** An empty value takes a param away. */
export function withParams(before: Params, change: Params): Params {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== ''))
}

export function sameParams(a: Params, b: Params): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => a[key] === b[key])
}

interface Thing { readonly kind: string; readonly params: Params }

/** Whether two openings are one tab: the kind, and the params that make its identity. */
export function sameThing(spec: PanelSpec | undefined, a: Thing, b: Thing): boolean {
  if (a.kind !== b.kind) return false
  return spec?.identity ? spec.identity.every((key) => a.params[key] === b.params[key]) : sameParams(a.params, b.params)
}

function isParams(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && Object.values(value).every((part) => typeof part === 'string')
}
