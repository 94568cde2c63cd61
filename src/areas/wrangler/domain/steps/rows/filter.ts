import { z } from 'zod'
import { never } from '#lib/never.ts'
import { predicatePython } from '../../code/predicate-python.ts'
import { Predicate, predicateSql } from '../../predicate.ts'
import { stepKind } from '../../step-kind.ts'

export const filter = stepKind({
  op: 'filter', title: 'Filter rows', category: 'Rows', cost: 'row',
  about: 'Keeps or drops the rows that satisfy a condition. A missing value satisfies only “is missing”, and so it stays when rows above a limit are dropped.',
  params: z.object({
    predicate: Predicate.default({ kind: 'all', of: [] }),
    keep: z.enum(['keep', 'drop']).default('keep').meta({ title: 'These rows', description: 'keep leaves only them; drop takes them away.' }),
  }),
  says: ({ predicate, keep }, name) => `${keep} rows where ${predicateSays(predicate, name)}`,
  apply: ({ predicate, keep }, context) => {
    const sql = predicateSql(predicate, context.column)
    return { kind: 'rows', where: keep === 'keep' ? sql : `NOT ${sql}` }
  },
  pandas: ({ predicate, keep }, { q, context }) => {
    const mask = predicatePython('pandas', predicate, { q, column: context.column })
    return [`df = df[${keep === 'keep' ? mask : `~${mask}`}].reset_index(drop=True)`]
  },
  polars: ({ predicate, keep }, { q, context }) => {
    const mask = predicatePython('polars', predicate, { q, column: context.column })
    return [`df = df.filter(${keep === 'keep' ? mask : `~${mask}`})`]
  },
})

/** The condition in words. */
export function predicateSays(predicate: Predicate, name: (id: string) => string): string {
  const of = (one: Predicate) => predicateSays(one, name)
  switch (predicate.kind) {
    case 'all': return predicate.of.length ? predicate.of.map(of).join(' and ') : 'anything holds'
    case 'any': return predicate.of.length ? `(${predicate.of.map(of).join(' or ')})` : 'anything holds'
    case 'not': return `not (${of(predicate.of)})`
    case 'missing': return `${name(predicate.column)} is missing`
    case 'compare': return `${name(predicate.column)} ${predicate.is} ${predicate.value}`
    case 'between': return `${name(predicate.column)} from ${predicate.from} to ${predicate.open ? 'below ' : ''}${predicate.to}`
    case 'in': return `${name(predicate.column)} is one of ${predicate.values.join(', ')}`
    case 'text': return `${name(predicate.column)} ${{ contains: 'contains', starts: 'starts with', ends: 'ends with', matches: 'matches' }[predicate.is]} ${predicate.value}`
    default: return never(predicate)
  }
}

