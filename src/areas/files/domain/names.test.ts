import { expect, test } from 'vitest'
import { commonFolder, endingOf, folderOf, freeName, nameFault, naturally, outermost } from './names.ts'

test('folders come first and numbers in names count as numbers', () => {
  const entries = ['part10.csv', 'Part2.csv', 'part2.csv', 'part1.csv', 'äpfel', 'zoo'].map((name) => ({ name, kind: name.includes('.') ? 'file' as const : 'folder' as const }))
  expect(naturally(entries).map(({ name }) => name)).toEqual(['äpfel', 'zoo', 'part1.csv', 'Part2.csv', 'part2.csv', 'part10.csv'])
})

test('a copy takes the first free name and keeps its ending', () => {
  const taken = new Set(['notes-copy.txt', 'notes-copy2.txt'])
  expect(freeName('notes.txt', 'copy', (name) => taken.has(name))).toBe('notes-copy3.txt')
  expect(freeName('.env', 'copy', () => false)).toBe('.env-copy')
})

test('an ending is of the name and not of its folder', () => {
  expect(['a.b/c', 'a/B.CSV', '.gitignore', 'x.tar.gz'].map(endingOf)).toEqual(['', 'csv', '', 'gz'])
  expect(['a/b/c', 'a'].map(folderOf)).toEqual(['a/b', ''])
})

test('a name that cannot be made is told in words', () => {
  expect(['ok.txt', '', ' ', '..', 'a/b', 'a\nb'].map((name) => nameFault(name) === undefined)).toEqual([true, false, false, false, false, false])
  expect(nameFault('é'.repeat(128))).toBe('A name cannot be longer than 255 bytes.')
})

test('what lies in a selected folder is not counted twice', () => {
  expect(outermost(['a/b', 'a', 'ab', 'a', 'c/d'])).toEqual(['a', 'ab', 'c/d'])
})

test('the folder that holds several paths', () => {
  const paths = [['a/b/c.txt'], ['a/b/c.txt', 'a/d'], ['a/b', 'ab/c'], ['x'], [], ['a/b/c', 'a/b/d/e']]
  expect(paths.map(commonFolder)).toEqual(['a/b', 'a', '', '', '', 'a/b'])
})
