import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { linkKind } from './link-kind.ts'
import { Markdown } from './Markdown.tsx'

test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'javascript%3Aalert(1)', 'data:text/html,<script>', 'vbscript:msgbox(1)', 'file:///etc/passwd', 'blob:x', 'irc://x', ''])('“%s” is no link', (href) => {
  expect(linkKind(href)).toBe('none')
})

test.each([['https://a.org/x?y=z:1', 'web'], ['HTTP://a.org', 'web'], ['mailto:a@b.org', 'web'], ['//a.org/x', 'web'], ['notes/a.md', 'inside'], ['/notes/a:b.md', 'inside'], ['#head', 'inside'], ['?x=a:b', 'inside']])('“%s” is a link: %s', (href, kind) => {
  expect(linkKind(href)).toBe(kind)
})

test('written links run nothing, and those to the web open elsewhere without telling where from', () => {
  const html = renderToStaticMarkup(createElement(Markdown, { text: '[a](javascript:alert(1)) [b](data:text/html;base64,PHM+) [c](vbscript:x) <javascript:alert(2)> [d](https://a.org) [e](other.md) ![f](javascript:alert(3))' }))
  expect([/(href|src)="\s*(javascript|data|vbscript)/i.test(html), [...html.matchAll(/<a [^>]*>/g)].map(([tag]) => tag)]).toEqual([false, ['<a href="https://a.org" target="_blank" rel="noreferrer noopener">', '<a href="other.md">']])
})
