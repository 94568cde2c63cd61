import { expect, test } from 'vitest'
import { typeChip } from './type-chip.ts'

test('types of the engine become a few letters', () => {
  const types = ['INTEGER', 'DECIMAL(18,3)', 'VARCHAR[]', 'STRUCT(a INTEGER)', 'TIMESTAMP WITH TIME ZONE', 'TIMESTAMP_NS', "ENUM('a')", 'GEOMETRY', '']
  expect(types.map(typeChip)).toEqual(['i32', 'dec', 'list', 'struct', 'ts tz', 'ts', 'enum', 'geometry', '?'])
})
