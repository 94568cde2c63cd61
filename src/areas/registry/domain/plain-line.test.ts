import { expect, test } from 'vitest'
import { plainLine } from './plain-line.ts'

test('the first line that says something is shown without the marks of Markdown', () => {
  expect(['# Delay of flights #\n\nmore', '\n---\n**Gradient boosting** on `val_auc`, see [the note](https://a.b/c).', '- [x] done\n- b', '> _quoted_ *words*', '```\ncode', '1. first', 'snake_case_name and 2 * 3 * 4', '![plot](a.png)', 'a \\*b\\*', '', '| a | b |\n|---|---|'].map(plainLine)).toEqual([
    'Delay of flights', 'Gradient boosting on val_auc, see the note.', 'done', 'quoted words', 'code', 'first', 'snake_case_name and 2 * 3 * 4', 'plot', 'a *b*', '', '| a | b |',
  ])
})
