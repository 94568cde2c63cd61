import { expect, test } from 'vitest'
import { columnText } from '../column.ts'
import type { Condition, Parsed } from './condition.ts'
import { parseMlflowFilter } from './mlflow.ts'
import { experimentGrammar, runGrammar, singular } from './mlflow-grammar.ts'
import { parseMlflowOrder } from './mlflow-order.ts'

/** What mlflow 3.17.2's own parsers (mlflow.utils.search_utils, sqlparse 0.5) answered to these texts; sets are left out of messages because Python prints them in any order. */
const runFilters: readonly (readonly [string, string | readonly (readonly [string, string, string, unknown])[]])[] = [
  ['metrics.a > 1 OR metrics.b > 2', "Invalid clause(s) in filter string: 'OR'"],
  ['(metrics.a > 1)', "Invalid clause(s) in filter string: '(metrics.a > 1)'"],
  ['params.acc LR !=', "Invalid clause(s) in filter string: 'params.acc LR', '!='"],
  ['params.acc = LR', 'Parameter value is either not quoted or unidentified quote types used for string value LR. Use either single or double quotes.'],
  ['params.acc > 3', "Expected a quoted string value for parameter (e.g. 'my-value'). Got value 3"],
  ["metrics.acc = 'x'", "Expected numeric value type for metric. Found 'x'"],
  ['acc = 1', "Invalid attribute key 'acc' specified. Valid keys are …"],
  ['metrics.`a b` > 1', [['metric', 'a b', '>', 1]]],
  ['metrics."a b" > 1', [['metric', 'a b', '>', 1]]],
  ["status = 'FINISHED'", [['attribute', 'status', '=', 'FINISHED']]],
  ['start_time > 5', [['attribute', 'start_time', '>', 5]]],
  ["start_time > '5'", "Expected numeric value type for numeric attribute: start_time. Found '5'"],
  ["run_id IN ('a','b')", [['attribute', 'run_id', 'IN', ['a', 'b']]]],
  ["run_id IN ('a')", [['attribute', 'run_id', 'IN', ['a']]]],
  ['run_id IN ()', 'While parsing a list in the query, expected a non-empty list of string values, but got empty list'],
  ["status IN ('a')", "Only ['run_id'] attributes support comparison with a list of quoted string values."],
  ["run_id NOT IN ('a','B')", [['attribute', 'run_id', 'NOT IN', ['a', 'B']]]],
  ['tags.x IS NULL', [['tag', 'x', 'IS NULL', null]]],
  ['tags.x IS NOT NULL', [['tag', 'x', 'IS NOT NULL', null]]],
  ['metrics.x IS NULL', "IS NULL / IS NOT NULL is only supported for tags and params, not for 'metric' 'x'"],
  ["params.x ILIKE '%a'", [['parameter', 'x', 'ILIKE', '%a']]],
  ['metrics.a > -1.5e3', [['metric', 'a', '>', -1500]]],
  ['metrics.a > 1; metrics.b > 2', "Search filter contained multiple expression 'metrics.a > 1; metrics.b > 2'. Provide AND-ed expression list."],
  ['metrics.a >', "Invalid clause(s) in filter string: 'metrics.a', '>'"],
  ['> 1', "Invalid clause(s) in filter string: '>', '1'"],
  ["dataset.name = 'x'", [['dataset', 'name', '=', 'x']]],
  ["dataset.foo = 'x'", "Invalid dataset key 'foo' specified. Valid keys are …"],
  ["datasets.context IN ('train')", [['dataset', 'context', 'IN', ['train']]]],
  ["foo.bar = 'x'", "Invalid entity type 'foo'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']"],
  ['tag.`mlflow.source` = "x"', [['tag', 'mlflow.source', '=', 'x']]],
  ["params.a = 'it''s'", [['parameter', 'a', '=', "it''s"]]],
  ['metrics.val/acc > 0.5', "Invalid comparison clause. Expected 'Identifier' found 'metrics.val/acc'"],
  ['metrics.a-b > 0.5', "Invalid comparison clause. Expected 'Identifier' found 'metrics.a-b'"],
  ["params.x = ''", [['parameter', 'x', '=', '']]],
  ['metrics.a>1 and metrics.b<=2', [['metric', 'a', '>', 1], ['metric', 'b', '<=', 2]]],
  ["tags.x like 'a'", [['tag', 'x', 'LIKE', 'a']]],
  ['attribute.start_time != 3', [['attribute', 'start_time', '!=', 3]]],
  ['created > 3', [['attribute', 'start_time', '>', 3]]],
  ["run.status = 'x'", [['attribute', 'status', '=', 'x']]],
  ["'x' = params.a", "Invalid comparison clause. Expected 'Identifier' found ''x''"],
  ['metrics.a > 1 AND', [['metric', 'a', '>', 1]]],
  ['metrics.a = NaN', 'Expected numeric value type for metric. Found NaN'],
  ['metrics.a > 1 metrics.b > 2', [['metric', 'a', '>', 1], ['metric', 'b', '>', 2]]],
  ['metrics.m1 > 1 AND NOT metrics.b > 2', "Invalid clause(s) in filter string: 'NOT'"],
  ["tags.a.b.c = 'x'", [['tag', 'a.b.c', '=', 'x']]],
  ['metrics.1a > 3', [['metric', '1a', '>', 3]]],
  ["run_name = 'x' AND user_id LIKE 'a%'", [['attribute', 'run_name', '=', 'x'], ['attribute', 'user_id', 'LIKE', 'a%']]],
  ['params.x = 5', "Expected a quoted string value for parameter (e.g. 'my-value'). Got value 5"],
  ['tags.version = `x`', 'Parameter value is either not quoted or unidentified quote types used for string value `x`. Use either single or double quotes.'],
  ["artifact_uri IN ('a')", "Only ['run_id'] attributes support comparison with a list of quoted string values."],
  ["run_id IN ('a', 5)", "While parsing a list in the query, expected string value, punctuation, or whitespace, but got different type in list: ('a', 5)"],
  ['foo', "Invalid clause(s) in filter string: 'foo'"],
  ['metrics.a > 1 AND foo', "Invalid clause(s) in filter string: 'foo'"],
  ["tags.x = 'a' AND (params.b = 'c')", "Invalid clause(s) in filter string: '(params.b = 'c')'"],
  ["params.a = 'x", "Invalid clause(s) in filter string: 'params.a', '=', ''', 'x'"],
  ['params.a = "x', "Invalid clause(s) in filter string: 'params.a', '=', '\"', 'x'"],
  ["params.a = '", "Invalid clause(s) in filter string: 'params.a', '=', '''"],
  ["params.a = x'", "Invalid clause(s) in filter string: '''"],
  ["params.a = 'x''", "Invalid clause(s) in filter string: '''"],
  ["params.a != 'it''s", "Invalid clause(s) in filter string: ''', 's'"],
  ["tags.a = 'x' AND params.b = 'y", "Invalid clause(s) in filter string: 'params.b', '=', ''', 'y'"],
  ["params.a = 'x AND metrics.b > 1", "Invalid clause(s) in filter string: 'params.a', '=', ''', 'x'"],
  ["params.a = \"x'", "Invalid clause(s) in filter string: 'params.a', '=', '\"', 'x', '''"],
  ['metrics.`a b > 1', "Invalid clause(s) in filter string: 'metrics.', '`', 'a'"],
  ["params.\"a = 'x'", "Invalid clause(s) in filter string: 'params.', '\"'"],
  ["run_id IN ('a", "Invalid clause(s) in filter string: 'run_id', 'IN', '(', ''', 'a'"],
  ["run_id IN ('a', 'b)", 'While parsing a list in the query, expected a non-empty list of string values, but got ill-formed list.'],
  ['start_time > 1.5', [['attribute', 'start_time', '>', 1.5]]],
]
const experimentFilters: typeof runFilters = [
  ["name = 'a'", [['attribute', 'name', '=', 'a']]],
  ["name LIKE 'a%' AND tags.x = 'y'", [['attribute', 'name', 'LIKE', 'a%'], ['tag', 'x', '=', 'y']]],
  ['creation_time > 5', [['attribute', 'creation_time', '>', 5]]],
  ["experiment_id IN ('1')", [['attribute', 'experiment_id', 'IN', ['1']]]],
  ["name IN ('a')", "Only ['experiment_id'] attributes support comparison with a list of quoted string values."],
  ["foo = 'x'", "Invalid attribute key 'foo' specified. Valid keys are …"],
  ["attribute.name = 'x'", [['attribute', 'name', '=', 'x']]],
  ["attr.name = 'x'", "Invalid entity type 'attr'. Valid entity types are ('attribute', 'tag', 'tags')"],
  ["creation_time > '5'", "Expected numeric value type for numeric attribute: creation_time. Found '5'"],
  ['tags.x IS NULL', [['tag', 'x', 'IS NULL', null]]],
  ['name IS NULL', "IS NULL / IS NOT NULL is only supported for tags, not for attribute 'name'"],
  ['metrics.a > 1', "Invalid entity type 'metrics'. Valid entity types are ('attribute', 'tag', 'tags')"],
  ["name = 'a", "Invalid clause(s) in filter string: name, =, ', a"],
  ["name = 'a' OR name = 'b'", 'Invalid clause(s) in filter string: OR'],
]
const orders: readonly (readonly [string, string | readonly [string, string, boolean]])[] = [
  ['metrics.a', ['metric', 'a', true]],
  ['metrics.a DESC', ['metric', 'a', false]],
  ['metrics.a asc', ['metric', 'a', true]],
  ['metrics.a foo', "Invalid ordering key in order_by clause 'metrics.a foo'."],
  ['metrics.`a b` DESC', ['metric', 'a b', false]],
  ['metrics."a b"', ['metric', 'a b', true]],
  ['start_time DESC', ['attribute', 'start_time', false]],
  ['attributes.start_time', ['attribute', 'start_time', true]],
  ['foo', "Invalid attribute key 'foo' specified. Valid keys are …"],
  ['metrics.a b c', "Invalid order_by clause 'metrics.a b c'. Could not be parsed."],
  ['', "Invalid order_by clause ''. Could not be parsed."],
  ['params.a-b DESC', "Invalid order_by clause 'params.a-b DESC'. Could not be parsed."],
  ['created', ['attribute', 'start_time', true]],
  ['metrics.`a', "Invalid order_by clause 'metrics.`a'. Could not be parsed."],
  ['`metrics`.a', ['metric', 'a', true]],
  ['run_id', ['attribute', 'run_id', true]],
  ['tags.`x.y` ASC', ['tag', 'x.y', true]],
  ['metrics.val/acc DESC', "Invalid order_by clause 'metrics.val/acc DESC'. Could not be parsed."],
]

function answer(parsed: Parsed<Condition | undefined>): unknown {
  if (!parsed.ok) return withoutSets(parsed.fault.message)
  return parsed.value?.kind === 'all' ? parsed.value.of.map(flat) : []
}

function flat(one: Condition): unknown {
  if (one.kind === 'null') return [singular[one.column.family], one.column.key, one.not ? 'IS NOT NULL' : 'IS NULL', null]
  if (one.kind === 'in') return [singular[one.column.family], one.column.key, one.not ? 'NOT IN' : 'IN', one.values]
  return one.kind === 'compare' ? [singular[one.column.family], one.column.key, one.op, one.value] : one
}

function withoutSets(message: string): string {
  return message.replace(/'\{.*$/, '…')
}

test.each(runFilters)('runs: %s', (text, wanted) => {
  expect(answer(parseMlflowFilter(text, runGrammar))).toEqual(wanted)
})

test.each(experimentFilters)('experiments: %s', (text, wanted) => {
  expect(answer(parseMlflowFilter(text, experimentGrammar))).toEqual(wanted)
})

test.each(orders)('order: %s', (text, wanted) => {
  const parsed = parseMlflowOrder([text], runGrammar)
  const [one] = parsed.ok ? parsed.value : []
  expect(parsed.ok ? [singular[one?.column.family ?? 'git'], one?.column.key, !one?.descending] : withoutSets(parsed.fault.message)).toEqual(wanted)
})

test('an order by the same field twice is refused', () => {
  const parsed = parseMlflowOrder(['metrics.a', 'metrics.a DESC'], runGrammar)
  expect(parsed.ok ? parsed.value.map(({ column }) => columnText(column)) : parsed.fault.message).toBe("`order_by` contains duplicate fields: ['metrics.a', 'metrics.a DESC']")
})
