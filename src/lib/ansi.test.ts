import { expect, test } from 'vitest'
import { ordersIn, plainOf, spansIn, styleAfter } from './ansi.ts'

const esc = '\u001b'

test('a line without orders is one plain stretch, an empty one is none', () => {
  expect([spansIn('epoch 1 loss 0.3'), spansIn('')]).toEqual([[{ text: 'epoch 1 loss 0.3', style: {} }], []])
})

test('colours begin, add up and end as ECMA-48 says', () => {
  expect(spansIn(`a${esc}[1;31mred${esc}[22mthin${esc}[39mnone${esc}[92;44mboth${esc}[0mend${esc}[7mturned${esc}[mplain`)).toEqual([
    { text: 'a', style: {} }, { text: 'red', style: { bold: true, fg: 1 } }, { text: 'thin', style: { fg: 1 } }, { text: 'none', style: {} },
    { text: 'both', style: { fg: 10, bg: 4 } }, { text: 'end', style: {} }, { text: 'turned', style: { inverse: true } }, { text: 'plain', style: {} },
  ])
})

test('a style that no line ended goes on in the next', () => {
  const style = styleAfter(`Traceback ${esc}[1;31mValueError`)
  expect([style, spansIn(`no such column${esc}[0m.`, style), styleAfter(`x${esc}[0m`, style), styleAfter('plain', style)]).toEqual([
    { bold: true, fg: 1 }, [{ text: 'no such column', style: { bold: true, fg: 1 } }, { text: '.', style: {} }], {}, { bold: true, fg: 1 },
  ])
})

test('the orders of a text are told from its last reset on', () => {
  expect([`a${esc}[31mb${esc}[0mc${esc}[1md${esc}[4m`, `${esc}[2K${esc}[32mx`, 'none'].map(ordersIn)).toEqual([`${esc}[0m${esc}[1m${esc}[4m`, `${esc}[32m`, ''])
})

test('256 colours and true colours are told, with semicolons or colons', () => {
  expect([`${esc}[38;5;9mx`, `${esc}[38;5;196mx`, `${esc}[48;5;244mx`, `${esc}[38;2;1;2;300mx`, `${esc}[38:5:21;1mx`].map((line) => spansIn(line)[0]?.style)).toEqual(
    [{ fg: 9 }, { fg: '#ff0000' }, { bg: '#808080' }, { fg: '#0102ff' }, { fg: '#0000ff', bold: true }],
  )
})

test('cursor moves, titles, links and stray bytes leave only their text', () => {
  const line = `${esc}[2K${esc}[1A${esc}]0;title\u0007one ${esc}]8;;http://x/${esc}\\link${esc}]8;;${esc}\\${esc}(B\u0008${esc}[?25l two${esc}[`
  expect([spansIn(line).map(({ text }) => text).join(''), plainOf(line).replaceAll('\u0008', '')]).toEqual(['one link two', 'one link two'])
})

test('a hostile line of orders is read in time that grows with its length', () => {
  const began = performance.now()
  spansIn(`${esc}]`.repeat(8000))
  spansIn(`${esc}[${'1;'.repeat(8000)}`)
  expect(performance.now() - began).toBeLessThan(1000)
})
