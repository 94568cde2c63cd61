import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'

const rows = [
  "'  two  words\u00a0'", "''", 'NULL', "'Straße İ ΟΔΟΣ'", "'o''NEIL mc-donald 3rd'", "'é e\u0301 ñ Ł ø Å\u030a'", "'a.b,c\\d'", "'ann.lee@x.org, +47 123-45 678'", "'🤦🏽‍♂️ok'", "E'line\\none\\ttab'", "'---'", "'AB'",
]
const source = `FROM (VALUES ${rows.map((row) => `(${row})`).join(', ')}) t("the text")`

async function texts(op: string, params: Record<string, unknown>) {
  const result = await expectSameInPython({ source, steps: [{ op, params: { columns: ['c0'], ...params } }] })
  return result.rows.map(([text]) => text)
}

async function made(op: string, params: Record<string, unknown>) {
  const result = await expectSameInPython({ source, steps: [{ op, params: { column: 'c0', ...params } }] })
  return { names: result.names, types: result.types, rows: result.rows }
}

test('trimming takes no-break spaces too, unless they are to stay', async () => {
  expect((await texts('trim', { collapse: true })).slice(0, 3)).toEqual(['two words', '', null])
  expect((await texts('trim', { unicode: false }))[0]).toBe('two  words\u00a0')
  expect((await texts('trim', { ends: 'start', emptyIsMissing: true })).slice(0, 3)).toEqual(['two  words\u00a0', null, null])
  await texts('trim', { ends: 'none', collapse: true })
})

test('case is changed letter by letter', async () => {
  expect((await texts('changeCase', { to: 'title' })).slice(3, 5)).toEqual(['Straße İ Οδοσ', "O'neil Mc-Donald 3rd"])
  expect((await texts('changeCase', { to: 'upper' }))[3]).toBe('STRAẞE İ ΟΔΟΣ')
  expect((await texts('changeCase', { to: 'sentence' }))[3]).toBe('Straße i οδοσ')
  expect((await texts('changeCase', { to: 'lower' }))[3]).toBe('straße i οδοσ')
})

test('accents are joined to their letters or taken away', async () => {
  expect((await texts('normaliseText', { to: 'no accents' }))[5]).toBe('e e n Ł ø A')
  expect((await texts('normaliseText', { to: 'nfc' }))[5]).toBe('é é ñ Ł ø Å\u030a')
})

test('find and replace works by letters or by pattern', async () => {
  expect((await texts('replaceText', { find: '.', by: '\\' }))[6]).toBe('a\\b,c\\d')
  expect((await texts('replaceText', { find: '(\\w)[.](\\w)', by: '\\2$\\1', as: 'pattern' }))[6]).toBe('b$a,c\\d')
  expect((await texts('replaceText', { find: 'STRASSE|straße', by: '', as: 'pattern', ignoreCase: true }))[3]).toBe(' İ ΟΔΟΣ')
  expect((await texts('replaceText', { find: 'ab', by: '\\1', whole: true, ignoreCase: true }))[11]).toBe('\\1')
  await texts('replaceText', { find: 'x*', by: '-', as: 'pattern' })
  await texts('replaceText', { find: '^[\\w&&]|\\b', by: '<', as: 'pattern' })
  const { problems } = await runSteps({ source, steps: [{ op: 'replaceText', params: { columns: ['c0'], find: '(?<=a)b', as: 'pattern' } }] })
  expect(problems).toEqual(['A pattern cannot look ahead or behind, such as (?=…): find the part with a (group) instead.'])
})

test('a split leaves absent parts missing, and the last part may keep the rest', async () => {
  const kept = await made('splitColumns', { separator: '-', parts: 3, names: ['a'] })
  expect(kept.names).toEqual(['the text', 'a', 'the text_2', 'the text_3'])
  expect([kept.rows[1], kept.rows[2], kept.rows[10], kept.rows[11]]).toEqual([['', '', null, null], [null, null, null, null], ['---', '', '', '-'], ['AB', 'AB', null, null]])
  const dropped = await made('splitColumns', { separator: '-', parts: 3, rest: 'drop', dropOriginal: true })
  expect(dropped.rows[10]).toEqual(['', '', ''])
  await made('splitColumns', { separator: '\\t', parts: 2 })
})

test('a pattern’s groups become columns under their names', async () => {
  const found = await made('extractPattern', { pattern: '(?P<user>[a-z.]+)@(x)?(y)?', names: ['', 'x'] })
  expect(found.names).toEqual(['the text', 'user', 'x', 'the text_3'])
  expect([found.rows[1], found.rows[7]]).toEqual([['', null, null, null], ['ann.lee@x.org, +47 123-45 678', 'ann.lee', 'x', '']])
  expect((await made('extractPattern', { pattern: '[0-9]+' })).rows[7]?.[1]).toBe('47')
})

test('padding, adding and cutting count code points', async () => {
  expect((await texts('padText', { length: 4, fill: 'é' })).slice(10)).toEqual(['é---', 'ééAB'])
  expect((await texts('padText', { length: 8, fill: '*', side: 'end' }))[8]).toBe('🤦🏽‍♂️ok*')
  expect((await texts('affixText', { prefix: '<', suffix: '"' })).slice(1, 3)).toEqual(['<"', null])
  expect((await texts('substring', { start: -3, length: 2 })).slice(10)).toEqual(['--', 'A'])
  expect((await texts('substring', { start: 2 })).slice(10)).toEqual(['--', 'B'])
  await texts('substring', { start: 2, length: 3 })
})

test('text statistics count by Unicode classes', async () => {
  const measures = ['length', 'words', 'letters', 'upper-case letters', 'digits', 'punctuation', 'spaces', 'lines', 'upper-case share', 'digit share']
  const { names, types, rows: found } = await made('textStatistics', { measures })
  expect(names.slice(1, 3)).toEqual(['the text_length', 'the text_words'])
  expect(types.slice(1)).toEqual(['BIGINT', 'BIGINT', 'BIGINT', 'BIGINT', 'BIGINT', 'BIGINT', 'BIGINT', 'BIGINT', 'DOUBLE', 'DOUBLE'])
  expect([found[1], found[2], found[11]]).toEqual([['', '0', '0', '0', '0', '0', '0', '0', '0', null, null], [null, null, null, null, null, null, null, null, null, null, null], ['AB', '2', '1', '2', '2', '0', '0', '0', '1', 1, 0]])
})

test('personal data is masked', async () => {
  expect((await texts('maskText', { keep: 2 })).slice(10)).toEqual(['*--', '**'])
  expect((await texts('maskText', { how: 'keep the first', keep: 1 })).slice(10)).toEqual(['-**', 'A*'])
  expect((await texts('maskText', { how: 'digits', keep: 3 }))[7]).toBe('ann.lee@x.org, +** ***-** 678')
  expect((await texts('maskText', { how: 'e-mail' }))[7]).toBe('a***@x.org, +47 123-45 678')
  expect((await texts('maskText', { how: 'md5', salt: 's' })).slice(1, 3)).toEqual(['03c7c0ace395d80182db07ae2c30f034', null])
  await texts('maskText', { how: 'sha256' })
  await texts('maskText', { how: 'digits', keep: 0 })
})
