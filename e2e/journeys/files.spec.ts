import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../studio.ts'

test('a file is made, written, saved, renamed, deleted and taken back', async ({ studio, server }) => {
  await studio.panel('Files')
  await studio.files.newFolder('Notizen ä')
  await studio.files.row('Notizen ä').click()
  await studio.files.openFolder('Notizen ä')
  await studio.files.newFile('plan.md')
  await studio.files.openWith('plan.md', 'Text editor')
  const plan = studio.document('plan.md')
  await plan.write('# Plan\n\nSecond line, 数\n')
  await plan.save()
  expect(await readFile(join(server.root, 'Notizen ä', 'plan.md'), 'utf8')).toBe('# Plan\n\nSecond line, 数\n')

  await studio.files.rename('plan.md', 'done.md')
  await expect(studio.files.row('done.md')).toBeVisible()
  await expect(studio.tab('done.md')).toBeVisible()
  await studio.files.delete('done.md')
  await expect(studio.files.row('done.md')).toBeHidden()
  await studio.answerNotice('Undo', 'Deleted “done.md”.')
  await expect(studio.files.row('done.md')).toBeVisible()
  expect(await readFile(join(server.root, 'Notizen ä', 'done.md'), 'utf8')).toBe('# Plan\n\nSecond line, 数\n')
})

test('files are uploaded, and a name that is taken is asked about', async ({ studio, server, page }) => {
  await studio.panel('Files')
  await studio.files.upload([{ name: 'one.csv', text: 'a,b\n1,2\n' }, { name: 'two.txt', text: 'two' }])
  await expect(studio.files.row('one.csv')).toBeVisible()
  await expect(studio.files.row('two.txt')).toBeVisible()
  await studio.files.upload([{ name: 'two.txt', text: 'another two' }])
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep both' }).click()
  await expect(studio.files.row('two-new.txt')).toBeVisible()
  expect(await readFile(join(server.root, 'two.txt'), 'utf8')).toBe('two')
})

test('a folder is downloaded as one archive', async ({ studio, page }) => {
  await studio.panel('Files')
  const downloading = page.waitForEvent('download')
  await studio.files.choose('data', 'Download as zip')
  const download = await downloading
  expect(download.suggestedFilename()).toBe('data.zip')
  const bytes = await readFile(await download.path())
  expect([bytes.subarray(0, 4).toString('latin1'), bytes.length > 15_000_000, bytes.includes('data/icons/7zip.png')]).toEqual(['PK\u0003\u0004', true, true])
})

test('a file is moved into a folder by keyboard alone, and back', async ({ studio, server, page }) => {
  await studio.panel('Files')
  await studio.files.newFile('note.txt')
  await studio.files.row('note.txt').click()
  await expect(studio.files.row('note.txt').getByRole('button', { name: 'Drag note.txt' })).toBeAttached()
  for (const key of ['ArrowRight', 'Enter']) await page.keyboard.press(key)
  await expect(studio.files.row('data')).toHaveAttribute('data-drop-target', 'true')
  await page.keyboard.press('Enter')
  await expect(studio.notice('Moved “note.txt” to data.')).toBeVisible()
  expect(await readFile(join(server.root, 'data', 'note.txt'), 'utf8')).toBe('')
  await studio.answerNotice('Undo', /^(Moved|Deleted|Renamed)/)
  await expect(studio.files.row('note.txt')).toBeVisible()
})

test('what changes on disk shows by itself, and an edited text is never overwritten unasked', async ({ studio, server }) => {
  const path = join(server.root, 'shared.txt')
  await writeFile(path, 'first\n')
  await studio.panel('Files')
  await expect(studio.files.row('shared.txt')).toBeVisible()
  await studio.files.open('shared.txt')
  const shared = studio.document('shared.txt')
  await expect(shared.editor).toBeAttached()
  await writeFile(path, 'first\nfrom outside\n')
  await expect(shared.page.getByText('from outside')).toBeVisible()
  await shared.write('mine\n')
  await writeFile(path, 'theirs\n')
  await expect(shared.conflict).toBeVisible()
  expect(await readFile(path, 'utf8')).toBe('theirs\n')
  await shared.conflict.getByRole('button', { name: 'Compare' }).click()
  await shared.conflict.getByRole('button', { name: 'Compare' }).click()
  await shared.conflict.getByRole('button', { name: 'Keep mine and save' }).click()
  await expect.poll(() => readFile(path, 'utf8')).toBe('mine\n')
})

test('a file is found by a few of its letters, and each kind has its viewer', async ({ studio, page }) => {
  await studio.panel('Files')
  await studio.files.find('7zp')
  await studio.files.panel.getByRole('row', { name: /7zip\.png/ }).dblclick()
  await expect(page.getByRole('img', { name: /7zip\.png/ })).toBeVisible()
  await studio.go('json', { path: 'data/penguins.json' })
  await expect(page.getByRole('treegrid', { name: 'JSON' }).getByRole('row').first()).toBeVisible()
  await studio.go('markdown', { path: 'README.md' })
  await expect(page.getByRole('heading', { name: 'A first project' })).toBeVisible()
})

test('editors of several languages stand beside each other', async ({ studio, page }) => {
  await studio.panel('Files')
  await studio.files.openFolder('data')
  for (const name of ['penguins.json', 'stocks.csv']) {
    await studio.files.openWith(name, 'Text editor')
    await expect(studio.document(name).editor).toBeAttached()
  }
  await page.keyboard.press('ControlOrMeta+\\')
  await studio.files.openWith('gapminder.json', 'Text editor')
  await expect(studio.document('gapminder.json').editor).toBeAttached()
  await page.waitForTimeout(1000)
})

test('text that is not saved outlives a reload', async ({ studio, page }) => {
  await studio.go('text', { path: 'README.md' })
  const readme = studio.document('README.md')
  await readme.write('# Not saved yet\n')
  await page.waitForTimeout(800)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await studio.ready()
  await expect(readme.bar.getByText('unsaved')).toBeVisible()
  await expect(page.getByText('Not saved yet')).toBeVisible()
})
