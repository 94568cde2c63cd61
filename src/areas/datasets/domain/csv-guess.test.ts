import { expect, test } from 'vitest'
import { guessLayout } from './csv-guess.ts'
import { recordsOf } from './csv-records.ts'

const comma = { delimiter: ',', quote: '"', escape: '"' }

test('quotes, doubled quotes, line ends inside cells and empty cells are told apart', () => {
  expect(recordsOf('a,"b ""x""",\r\n"1\n2",,3\n\nlast', comma)).toEqual([
    { line: 0, fields: ['a', 'b "x"', ''] }, { line: 1, fields: ['1\n2', '', '3'] }, { line: 3, fields: [''] }, { line: 4, fields: ['last'] },
  ])
  expect(recordsOf('a,b\nc', comma, { complete: false })).toEqual([{ line: 0, fields: ['a', 'b'] }])
})

test('the delimiter is the one that gives regular rows, also when some lines are ragged', () => {
  const guessed = (text: string) => { const { delimiter, skip, header } = guessLayout(text, { complete: true }); return [delimiter, skip, header] }
  expect([guessed('a,b\n1,2\n3\n4,5,6\n7,8\n'), guessed('a;b\n1,5;2\n2,5;3\n'), guessed('x\ty\n1\t2\n'), guessed('one\ntwo\n'), guessed('1,2\n3,4\n'), guessed('title line\n\na|b|c\n1|2|3\n4|5|6\n')]).toEqual([
    [',', 0, true], [';', 0, true], ['\t', 0, true], [',', 0, true], [',', 0, false], ['|', 2, true],
  ])
})
