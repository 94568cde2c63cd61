import { expect, test } from 'vitest'
import { modelGrammar, parseFilter, versionGrammar } from './filter.ts'

test('every form of the grammar is read', () => {
  expect(parseFilter("name = 'a' AND attribute.name ilike \"%B%\" and tags.`x y` != 'it''s' AND tag.\"k.z\" LIKE 'v_'", modelGrammar)).toEqual({ clauses: [
    { of: 'attribute', key: 'name', comparator: '=', value: 'a' }, { of: 'attribute', key: 'name', comparator: 'ILIKE', value: '%B%' }, { of: 'tag', key: 'x y', comparator: '!=', value: "it's" }, { of: 'tag', key: 'k.z', comparator: 'LIKE', value: 'v_' },
  ] })
  expect(parseFilter("run_id IN ('a','b, c') AND version_number>=2 AND version_number != '3' AND source_path='s:/x' AND name NOT IN ('q')", versionGrammar)).toEqual({ clauses: [
    { of: 'attribute', key: 'run_id', comparator: 'IN', value: ['a', 'b, c'] }, { of: 'attribute', key: 'version_number', comparator: '>=', value: 2 }, { of: 'attribute', key: 'version_number', comparator: '!=', value: 3 },
    { of: 'attribute', key: 'source_path', comparator: '=', value: 's:/x' }, { of: 'attribute', key: 'name', comparator: 'NOT IN', value: ['q'] },
  ] })
  expect(parseFilter('', modelGrammar)).toEqual({ clauses: [] })
})

test('what cannot be read is told in MLflow’s words', () => {
  const fault = (filter: string, grammar = versionGrammar) => { const parsed = parseFilter(filter, grammar); return 'fault' in parsed ? parsed.fault : parsed.clauses }
  expect([
    fault("run_id = 'a'", modelGrammar), fault("params.x = 'a'"), fault("name = 'a' OR name = 'b'"), fault('name = a'), fault("tags.x = 3"), fault("tags.x IN ('a')"), fault('version_number = 1.5'), fault("version_number LIKE '1'"),
    fault("source_path IN ('a')"), fault("name > 'a'"), fault('run_id IN ()'), fault("name = 3"), fault('name'), fault('name = 3', modelGrammar), fault("name = 'a"), fault('tags.x LIKE "a'),
  ]).toEqual([
    "Invalid attribute key 'run_id' specified. Valid keys are '{'name'}'", "Invalid entity type 'params'. Valid entity types are ('attribute', 'tag', 'tags')", "Invalid clause(s) in filter string: OR name = 'b'",
    'Expected a quoted string value or a list of quoted string values for attributes. Got value a', "Expected a quoted string value for tag (e.g. 'my-value'). Got value 3", "Expected a quoted string value for tag (e.g. 'my-value'). Got value ('a')",
    "Invalid value for numeric attribute 'version_number': 1.5", 'Invalid comparator for attribute version_number: LIKE', "Only ['name', 'run_id'] attributes support comparison with a list of quoted string values.", 'Invalid comparator for attribute: >',
    'While parsing a list in the query, expected a non-empty list of string values, but got empty list', "Only the '{'version_number'}' attributes support comparison with numeric values.", 'Invalid clause(s) in filter string: name',
    'Expected a quoted string value or a list of quoted string values for attributes. Got value 3', "Invalid clause(s) in filter string: name = 'a", 'Invalid clause(s) in filter string: tags.x LIKE "a',
  ])
})
