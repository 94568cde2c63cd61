import type { MetricValue } from '#areas/runs/domain/run.ts'
import { betterOf, isSystem } from '#areas/runs/domain/column.ts'
import { finiteOf } from './figure.ts'
import type { Signature } from '#areas/runs/domain/signature.ts'
import type { ModelFolder } from './registered.ts'

export interface MetricDelta { readonly key: string; readonly left: MetricValue | null; readonly right: MetricValue | null; readonly delta: number | null; readonly verdict: 'better' | 'worse' | 'same' | 'neither' | 'unknown' }
export interface TextDelta { readonly key: string; readonly left: string | null; readonly right: string | null; readonly same: boolean }

type Pairs = readonly { readonly key: string; readonly value: MetricValue }[]

/** Metrics of two versions by key; whether the right one is better is told from what the key means. */
export function metricDeltas(left: Pairs, right: Pairs): MetricDelta[] {
  return keysOf(left, right).toSorted((a, b) => Number(isSystem(a)) - Number(isSystem(b))).map((key) => {
    const [a, b] = [left, right].map((list) => list.find((one) => one.key === key)?.value ?? null)
    const [from, to] = [a, b].map((value) => (value === null || value === undefined ? undefined : finiteOf(value)))
    const delta = from === undefined || to === undefined ? null : Number((to - from).toPrecision(12))
    return { key, left: a ?? null, right: b ?? null, delta, verdict: verdictOf(key, delta) }
  })
}

function verdictOf(key: string, delta: number | null): MetricDelta['verdict'] {
  if (delta === null) return 'unknown'
  if (delta === 0) return 'same'
  if (isSystem(key)) return 'neither'
  return delta > 0 === (betterOf(key) === 'higher') ? 'better' : 'worse'
}

export function textDeltas(left: readonly { readonly key: string; readonly value: string }[], right: readonly { readonly key: string; readonly value: string }[]): TextDelta[] {
  return keysOf(left, right).map((key) => {
    const [a, b] = [left, right].map((list) => list.find((one) => one.key === key)?.value ?? null)
    return { key, left: a ?? null, right: b ?? null, same: a === b }
  })
}

/** Inputs, outputs and params as lines that can be compared. */
export function signatureLines(signature: Signature | null): { key: string; value: string }[] {
  if (!signature) return []
  const part = (title: string, fields: Signature['inputs']) => fields.map(({ name, type, shape, required }, i) => ({ key: `${title} ${name || i + 1}`, value: `${type}${shape ? ` [${shape.join(', ')}]` : ''}${required ? '' : ', optional'}` }))
  return [...part('input', signature.inputs), ...part('output', signature.outputs), ...part('param', signature.params)]
}

/** `name==version` lines as pairs. */
export function requirementLines(lines: readonly string[]): { key: string; value: string }[] {
  return lines.map((line) => {
    const [, name = line, version = ''] = /^([\w.[\]-]+)\s*(.*)$/.exec(line) ?? []
    return { key: name, value: version || 'any' }
  })
}

export function fileLines(folder: ModelFolder | null): { key: string; value: string }[] {
  return (folder?.files ?? []).map(({ path, bytes }) => ({ key: path, value: `${bytes.toLocaleString('en-US')} B` }))
}

function keysOf(left: readonly { readonly key: string }[], right: readonly { readonly key: string }[]): string[] {
  return [...new Set([...left, ...right].map(({ key }) => key))]
}
