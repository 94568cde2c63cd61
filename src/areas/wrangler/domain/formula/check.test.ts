import { expect, test } from 'vitest'
import { checkFormula } from './check.ts'
import { completeFormula } from './complete.ts'

const columns = [
  { id: 'c0', name: 'delay', type: 'BIGINT' }, { id: 'c1', name: 'air time', type: 'DOUBLE' }, { id: 'c2', name: 'Carrier', type: 'VARCHAR' },
  { id: 'c3', name: 'when', type: 'TIMESTAMP' }, { id: 'c4', name: 'tags', type: 'VARCHAR[]' }, { id: 'c5', name: 'delay', type: 'DATE' },
]

function problem(text: string) {
  return checkFormula(text, columns).problem
}

test('sound formulas have no problem', () => {
  const sound = ['delay + 1', '[air time] / `air time`', "carrier = 'AA' or not (delay > 3)", 'if(delay is not null, delay_2, null)', "when >= '2024-01-01'", 'tags is null', 'round([air time], -2)', 'DELAY between 1 and 2 and true', '-delay ^ 2', "date_diff('DAY', delay_2, when)"]
  expect(sound.map(problem)).toEqual(sound.map(() => undefined))
})

test('a fault is told in a sentence at its place', () => {
  const faults: Record<string, [string, number, number]> = {
    'delai + 1': ['There is no column “delai”; did you mean “delay”?', 0, 5],
    '1 + fly': ['There is no column “fly”. Names with spaces stand in [brackets], text in quotes.', 4, 7],
    'roud(delay)': ['There is no function “roud”; did you mean “round”?', 0, 4],
    'sum(delay) / 2': ['“sum” takes many rows together, and a formula sees one row at a time: use the step “Group and aggregate”.', 0, 3],
    'CASE WHEN delay > 3 THEN 1 ELSE 0 END': ['CASE is not written here: use if(condition, value, otherwise), one in another for more cases.', 0, 4],
    '1 + case carrier when 3 then 1 end': ['CASE is not written here: use if(condition, value, otherwise), one in another for more cases.', 4, 8],
    'round + 1': ['“round” is a function: write its values in brackets, round(x, [decimals]).', 0, 5],
    'delay 3': ['An operator is missing before “3”.', 6, 7],
    '(delay + 1': ['A ) is missing here.', 10, 10],
    'abs(delay': ['The ) of this ( is missing.', 3, 4],
    'delay)': ['There is no ( for this ).', 5, 6],
    "'AA": ['This text is not closed: its ending quote is missing.', 0, 3],
    'delay ? 1': ['The sign “?” means nothing in a formula.', 6, 9],
    'carrier * 2': ['“*” needs a number here, and this is text. Make it one with to_number(…).', 0, 7],
    'carrier = delay': ['“=” mixes text and a whole number: both sides must be of one kind.', 10, 15],
    "when > 'soon'": ["“>” compares with a date here: write it as '2024-12-31' or '2024-12-31 23:59:59'.", 7, 13],
    'round(delay, delay)': ['The decimals of round is a whole number, written out.', 13, 18],
    "date_trunc('eon', when)": ['The unit of date_trunc is one of year, quarter, month, week, day, hour, minute, second.', 11, 16],
    'lower()': ['lower(text) takes 1 value, not 0.', 0, 7],
    "regexp_matches(carrier, '(?=a)')": ['A pattern cannot look ahead or behind, such as (?=…): find the part with a (group) instead.', 24, 31],
    "regexp_matches(carrier, '(a')": ['The pattern “(a” is not valid: look for a bracket that is not closed or a sign such as * or + with nothing before it.', 24, 28],
    "to_date(carrier, '%Q')": ['The format has %Q, which is not known; use %Y %m %d %H %M %S %f %b %B %a %A %y %I %p %j.', 17, 21],
    'tags = 1': ['“=” needs a value here, and this is a value of another type.', 0, 4],
    '': ['Write a formula.', 0, 0],
    'delay is 3': ['After “is” stands “null” or “not null”.', 9, 10],
    'when - delay_2': ["Moments are not added or subtracted: use date_diff('day', from, to).", 0, 4],
  }
  const told = Object.fromEntries(Object.keys(faults).map((text) => { const found = problem(text); return [text, found && [found.message, found.from, found.to]] }))
  expect(told).toEqual(faults)
})

test('what can be written is suggested, columns first, and nothing within a text', () => {
  const labels = (text: string) => completeFormula(text, text.length, columns).map(({ insert }) => insert)
  expect(labels('1 + da')).toEqual(['day(', 'dayofyear(', 'dayofweek(', 'date_diff(', 'date_trunc(', 'to_date('])
  expect(labels('1 + [ai')).toEqual(['[air time]'])
  expect(labels('del')).toEqual(['delay', 'delay_2'])
  expect(labels("x = 'del")).toEqual([])
  expect(completeFormula('nul', 3, columns)).toEqual([
    { label: 'nullif', insert: 'nullif(', kind: 'function', detail: 'nullif(a, b): Missing where the two values are equal, else the first.' },
    { label: 'null', insert: 'null', kind: 'word', detail: '' },
  ])
})
