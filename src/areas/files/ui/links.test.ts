import { expect, test } from 'vitest'
import { resolved } from './links.ts'

test('a link is read from the folder of its document and never leads out of the workspace', () => {
  const links = { 'a.md': 'docs/a.md', './img/b%20c.png#x': 'docs/img/b c.png', '../README.md': 'README.md', '/data/x.csv?y': 'data/x.csv', '../../etc/passwd': undefined, 'https://x.org/a': undefined, '//x.org': undefined, '#part': undefined, 'javascript:alert(1)': undefined, '%': 'docs/%' }
  expect(Object.fromEntries(Object.keys(links).map((link) => [link, resolved('docs', link)]))).toEqual(links)
})
