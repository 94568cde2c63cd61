import type { z } from 'zod'
import { ColumnId } from '../columns.ts'
import { schemaOf } from './json-node.ts'
import type { JsonNode } from './json-node.ts'

interface Common {
  readonly name: string
  readonly title: string
  readonly hint?: string
  readonly required: boolean
  /** Shown only while these siblings have one of these values. */
  readonly when?: Readonly<Record<string, readonly string[]>>
  /** What it holds before anybody touched it. */
  readonly initial: unknown
}

/** What a form draws, made from the schema of a step's params. */
export type FormField = Common & (
  | { readonly kind: 'column' | 'columns'; readonly families: readonly string[]; readonly ordered: boolean }
  | { readonly kind: 'formula' | 'sql' | 'predicate' | 'dataset' | 'keys' | 'pairs' | 'mapping' | 'lines' | 'flag' | 'json' }
  /** A text, number or boolean; with `nullable` also nothing, with `orColumn` also a column's value. */
  | { readonly kind: 'value'; readonly nullable: boolean; readonly orColumn: boolean }
  | { readonly kind: 'text' | 'name'; readonly placeholder?: string }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'number'; readonly integer: boolean; readonly min?: number; readonly max?: number }
  | { readonly kind: 'list'; readonly of: FormField }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  | { readonly kind: 'variants'; readonly tag: string; readonly cases: readonly { readonly id: string; readonly fields: readonly FormField[] }[] }
)

const columnPattern = schemaOf(ColumnId).pattern

export function fieldsOf(params: z.ZodType): readonly FormField[] {
  const root = schemaOf(params)
  return groupFields(root, root.$defs ?? {})
}

/** The params of a form that nobody touched, overlaid with what is known already. */
export function initialParams(params: z.ZodType, known: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { ...initialOf(fieldsOf(params)), ...known }
}

export function initialOf(fields: readonly FormField[]): Record<string, unknown> {
  return Object.fromEntries(fields.filter((field) => field.initial !== undefined).map((field) => [field.name, field.initial]))
}

export function isShown({ when }: Pick<FormField, 'when'>, siblings: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(when ?? {}).every(([name, values]) => values.includes(String(siblings[name])))
}

type Defs = Readonly<Record<string, JsonNode>>

function groupFields(node: JsonNode, defs: Defs): FormField[] {
  const shown = Object.entries(node.properties ?? {}).filter(([, { widget }]) => widget !== 'hidden')
  return shown.map(([name, child]) => fieldOf(name, resolved(child, defs), node.required?.includes(name) ?? false, defs))
}

/** A node with its reference put in place; words on the reference win. */
function resolved(node: JsonNode, defs: Defs): JsonNode {
  const [only, ...others] = node.allOf ?? []
  const target = node.$ref ? defs[node.$ref.replace('#/$defs/', '')] : others.length === 0 ? only : undefined
  if (!target) return node
  const own = Object.fromEntries(Object.entries(node).filter(([key, value]) => value !== undefined && key !== '$ref' && key !== 'allOf'))
  return { ...resolved(target, defs), ...own }
}

function fieldOf(name: string, node: JsonNode, required: boolean, defs: Defs): FormField {
  const common = {
    name, required, title: node.title ?? wordsOf(name), initial: node.default,
    ...(node.description === undefined ? {} : { hint: node.description }),
    ...(node.when ? { when: node.when } : {}),
  }
  return widgetField(common, node) ?? shapeField(common, node, defs)
}

function widgetField(common: Common, node: JsonNode): FormField | undefined {
  switch (node.widget) {
    case 'column': return { ...common, kind: 'column', families: node.families ?? [], ordered: false }
    case 'columns': return { ...common, initial: common.initial ?? [], kind: 'columns', families: node.families ?? [], ordered: node.ordered ?? false }
    case 'predicate': return { ...common, initial: common.initial ?? { kind: 'all', of: [] }, kind: 'predicate' }
    case 'keys': case 'pairs': case 'lines': return { ...common, initial: common.initial ?? [], kind: node.widget }
    case 'mapping': return { ...common, initial: common.initial ?? (node.type === 'object' ? {} : []), kind: 'mapping' }
    case 'formula': case 'sql': case 'dataset': return { ...common, kind: node.widget }
    case 'name': return { ...common, kind: 'name', ...(node.placeholder ? { placeholder: node.placeholder } : {}) }
    default: return undefined
  }
}

function shapeField(common: Common, node: JsonNode, defs: Defs): FormField {
  const cases = node.oneOf ?? node.anyOf
  if (node.enum) return choiceField(common, node.enum.map(String))
  if (cases) return unionField(common, cases.map((one) => resolved(one, defs)), defs)
  if (Array.isArray(node.type)) return { ...common, kind: 'value', nullable: node.type.includes('null'), orColumn: false }
  switch (node.type) {
    case 'string': return node.pattern === columnPattern ? { ...common, kind: 'column', families: [], ordered: false } : { ...common, kind: 'text', ...(node.placeholder ? { placeholder: node.placeholder } : {}) }
    case 'boolean': return { ...common, initial: common.initial ?? false, kind: 'flag' }
    case 'number': case 'integer': return numberField(common, node)
    case 'array': return listField(common, node, defs)
    case 'object': return objectField(common, node, defs)
    default: return { ...common, kind: 'json' }
  }
}

function choiceField(common: Common, options: readonly string[]): FormField {
  return { ...common, initial: common.initial ?? (common.required ? options[0] : undefined), kind: 'choice', options }
}

function numberField(common: Common, { type, minimum, maximum }: JsonNode): FormField {
  const bound = (value: number | undefined) => value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER
  return {
    ...common, kind: 'number', integer: type === 'integer',
    ...(bound(minimum) && minimum !== undefined ? { min: minimum } : {}), ...(bound(maximum) && maximum !== undefined ? { max: maximum } : {}),
  }
}

function listField(common: Common, { items }: JsonNode, defs: Defs): FormField {
  if (items === undefined || typeof items === 'boolean' || Array.isArray(items)) return { ...common, kind: 'json' }
  const of = fieldOf('item', resolved(items, defs), true, defs)
  if (of.kind === 'choice') return { ...common, initial: common.initial ?? [], kind: 'choices', options: of.options }
  return { ...common, initial: common.initial ?? [], kind: of.kind === 'text' ? 'lines' : 'list', of }
}

function objectField(common: Common, node: JsonNode, defs: Defs): FormField {
  if (!node.properties) return { ...common, initial: common.initial ?? {}, kind: 'mapping' }
  const fields = groupFields(node, defs)
  return { ...common, initial: common.initial ?? initialOf(fields), kind: 'group', fields }
}

function unionField(common: Common, cases: readonly JsonNode[], defs: Defs): FormField {
  const others = cases.filter(({ type }) => !['string', 'number', 'integer', 'boolean', 'null'].includes(String(type)))
  const orColumn = others.length === 1 && others.every(({ properties }) => Object.keys(properties ?? {}).join() === 'column')
  if (others.length === 0 || orColumn) return { ...common, kind: 'value', nullable: cases.some(({ type }) => type === 'null'), orColumn }
  const tag = tagOf(cases)
  if (tag === undefined) return { ...common, kind: 'json' }
  const variants = cases.map((one) => ({ id: String(one.properties?.[tag]?.const), fields: groupFields(one, defs).filter((field) => field.name !== tag) }))
  const [first] = variants
  return { ...common, initial: common.initial ?? (first && { [tag]: first.id, ...initialOf(first.fields) }), kind: 'variants', tag, cases: variants }
}

/** The property that is a constant in every case. */
function tagOf(cases: readonly JsonNode[]): string | undefined {
  return Object.keys(cases[0]?.properties ?? {}).find((name) => cases.every((one) => one.properties?.[name]?.const !== undefined))
}

/** `onError` as `On error`. */
export function wordsOf(name: string): string {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
