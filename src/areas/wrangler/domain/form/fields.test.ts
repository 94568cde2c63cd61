import { expect, test } from 'vitest'
import { z } from 'zod'
import { catalogue } from '../catalogue.ts'
import { field, onlyWhen } from '../fields.ts'
import { Predicate } from '../predicate.ts'
import { fieldsOf, initialParams, isShown } from './fields.ts'

test('a form follows the schema and its metadata', () => {
  const fields = fieldsOf(z.object({
    column: field.numericColumn('Column'),
    how: field.choice('How', ['mean', 'value']),
    value: onlyWhen(z.number().min(0).default(1).meta({ title: 'Value', description: 'Any.' }), { how: ['value'] }),
    where: Predicate,
    both: z.union([z.string(), z.number()]).optional(),
    sums: z.array(z.object({ column: field.column('Of'), as: field.name('Name') })),
    frame: z.discriminatedUnion('kind', [z.object({ kind: z.literal('rows'), n: z.int() }), z.object({ kind: z.literal('all') })]),
  }))
  expect(fields).toEqual([
    { kind: 'column', name: 'column', title: 'Column', required: true, initial: undefined, families: ['integer', 'number', 'decimal'], ordered: false },
    { kind: 'choice', name: 'how', title: 'How', required: true, initial: 'mean', options: ['mean', 'value'] },
    { kind: 'number', name: 'value', title: 'Value', hint: 'Any.', required: false, initial: 1, integer: false, min: 0, when: { how: ['value'] } },
    { kind: 'predicate', name: 'where', title: 'Keep rows where', required: true, initial: { kind: 'all', of: [] } },
    { kind: 'value', name: 'both', title: 'Both', required: false, initial: undefined, nullable: false, orColumn: false },
    {
      kind: 'list', name: 'sums', title: 'Sums', required: true, initial: [],
      of: {
        kind: 'group', name: 'item', title: 'Item', required: true, initial: { as: '' },
        fields: [
          { kind: 'column', name: 'column', title: 'Of', required: true, initial: undefined, families: [], ordered: false },
          { kind: 'name', name: 'as', title: 'Name', required: false, initial: '' },
        ],
      },
    },
    {
      kind: 'variants', name: 'frame', title: 'Frame', required: true, tag: 'kind', initial: { kind: 'rows' },
      cases: [{ id: 'rows', fields: [{ kind: 'number', name: 'n', title: 'N', required: true, initial: undefined, integer: true }] }, { id: 'all', fields: [] }],
    },
  ])
  expect(fields.filter((one) => isShown(one, { how: 'mean' })).map(({ name }) => name)).not.toContain('value')
})

test('what is known already stands in the form', () => {
  expect(initialParams(z.object({ a: z.boolean(), b: z.number().default(2), c: field.anyColumns('C') }), { b: 3 })).toEqual({ a: false, b: 3, c: [] })
})

test('every kind of step has a form without raw JSON', () => {
  const raw = [...catalogue.values()].flatMap((kind) => fieldsOf(kind.params).filter((one) => one.kind === 'json').map((one) => `${kind.op}.${one.name}`))
  expect(raw).toEqual([])
})
