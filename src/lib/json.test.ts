import { expect, test } from 'vitest'
import { parseJson, parseJsonLines, writeJson } from './json.ts'

function again(text: string, indent = 0): string {
  const parsed = parseJson(text)
  return parsed.ok ? writeJson(parsed.value, indent) : parsed.fault.message
}

test('numbers, key order and double keys survive', () => {
  const text = '{"b":12345678901234567890,"10":1.0,"2":-0,"a":1e400,"a":[NaN,-Infinity,0.10],"__proto__":null,"t":true}'
  expect(again(text)).toBe(text)
})

test('strings are what they stand for', () => {
  expect(parseJson('"\\u00e9\\n\\"\\ud83d\\ude00 😀"')).toEqual({ ok: true, value: { kind: 'string', value: 'é\n"😀 😀' } })
  expect(again('\uFEFF "x" ')).toBe('"x"')
})

test('an indent writes one member a line', () => {
  expect(again('{"a":[1,{}],"b":[]}', 2)).toBe('{\n  "a": [\n    1,\n    {}\n  ],\n  "b": []\n}')
})

test('a fault says what and where', () => {
  const faults = ['', '{"a":1,\n"b" 2}', '[1 2]', '[1,]', '{a:1}', '"ab', '"a\nb"', '"\\x"', '01', '[1] x', '['.repeat(1002)]
  expect(faults.map((text) => again(text))).toEqual([
    'The text ends where a value should be, in line 1, column 1.',
    'A colon after the key is missing, in line 2, column 5.',
    'A comma or “]” is missing, in line 1, column 4.',
    '“]” cannot begin a value, in line 1, column 4.',
    'A key in double quotes is missing, in line 1, column 2.',
    'A string is not closed, in line 1, column 4.',
    'A string holds a line break or control character, in line 1, column 3.',
    'A string holds a wrong escape, in line 1, column 1.',
    'There is more after the end of the value, in line 1, column 2.',
    'There is more after the end of the value, in line 1, column 5.',
    'It is nested deeper than 1000 levels, in line 1, column 1002.',
  ])
})

test('lines of JSON are one array', () => {
  const parsed = parseJsonLines('{"a":1}\n\n{"a":2}\n')
  expect(parsed.ok && writeJson(parsed.value)).toBe('[{"a":1},{"a":2}]')
})
