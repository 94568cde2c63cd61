import { environments } from '#areas/environments/contract.ts'
import { plainPython } from '#node/test-python.test.util.ts'
import { ask, jobOver } from '../ask.ts'
import { expect, test } from '../studio.ts'

const python = plainPython()

test('an environment is declared, built with its log in sight, searched, compared, and taken out and back', async ({ studio, server, page }) => {
  test.skip(!python, 'There is no Python here.')
  const { environments: view } = studio
  await studio.palette.run('New environment')
  await expect(view.dialog).toBeVisible()
  await view.declare({ name: 'tiny', requirements: '# one package\niniconfig==2.1.0\n', variables: 'MODE=fast' })
  await expect(view.bar('tiny')).toContainText('ready', { timeout: 120_000 })
  await view.buildAnew()
  await view.show('Last build')
  await expect(view.log).toContainText('iniconfig==2.1.0', { timeout: 120_000 })
  await expect(view.phases).toContainText('Installing 1 requirement')
  await expect(view.log).toContainText(/==> Ready: 1 package in/)
  await expect(view.bar('tiny')).toContainText('ready')

  await view.show('Packages')
  await page.getByRole('searchbox', { name: 'Find a package' }).filter({ visible: true }).fill('conf')
  await expect(view.packages.getByRole('row')).toHaveText([/iniconfig\s*2\.1\.0\s*declared/])
  await page.getByRole('searchbox', { name: 'Find a package' }).filter({ visible: true }).fill('nothing like it')
  await expect(view.packages).toContainText('No package matches “nothing like it”.')

  await ask(server, environments.save, { declared: { name: 'other', requirements: 'six==1.17.0' }, create: true })
  const built = await server.ask('environments.build', { name: 'other' })
  const job = Reflect.get(Object(built.body), 'id')
  if (typeof job === 'string') expect((await jobOver(server, job)).error).toBe(null)
  await view.bar('tiny').getByRole('button', { name: 'Compare with' }).click()
  await page.getByRole('menuitem', { name: 'other' }).click()
  const packages = page.getByRole('region', { name: 'Packages' }).filter({ visible: true })
  await expect(packages.getByRole('row', { name: /^iniconfig/ })).toContainText('removed')
  await expect(packages.getByRole('row', { name: /^six/ })).toContainText('added')
  await expect(page.getByRole('region', { name: 'Variables' }).getByRole('row', { name: /^MODE/ })).toContainText('fast')

  await studio.go('environment', { name: 'tiny' })
  await page.getByRole('button', { name: 'More', exact: true }).filter({ visible: true }).last().click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await view.dialog.or(page.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }).click()
  await expect(studio.notice(/“tiny” is deleted/)).toBeVisible()
  await studio.palette.run('Environments')
  await expect(view.row('other')).toBeVisible()
  await expect(view.row('tiny')).toBeHidden()
  await studio.answerNotice('Undo', /“tiny” is deleted/)
  await expect(view.row('tiny')).toContainText('not built')
  await ask(server, environments.delete, { name: 'other' })
})

test('a requirement that does not exist is told in a sentence with the last lines of the log, and mended in the editor', async ({ studio, server, page }) => {
  test.skip(!python, 'There is no Python here.')
  const { environments: view } = studio
  await ask(server, environments.save, { declared: { name: 'wrong', requirements: 'atelier-no-such-package==1\n' }, create: true })
  await studio.go('environment', { name: 'wrong' })
  await view.bar('wrong').getByRole('button', { name: 'Build' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'atelier-no-such-package' })
  await expect(alert).toContainText('There is no package “atelier-no-such-package” in the index. Check how it is spelt.', { timeout: 120_000 })
  await expect(alert.getByRole('region', { name: 'Last lines of the log' })).toContainText('atelier-no-such-package')
  await expect(view.bar('wrong')).toContainText('failed')

  await view.bar('wrong').getByRole('button', { name: 'Edit requirements.txt' }).click()
  const file = studio.document('requirements.txt')
  await file.write('# none\n')
  await file.save()
  await studio.tab('wrong').click()
  await expect(view.bar('wrong')).toContainText('not built')
  await view.bar('wrong').getByRole('button', { name: 'Build' }).click()
  await expect(view.bar('wrong')).toContainText('ready', { timeout: 60_000 })
  await ask(server, environments.delete, { name: 'wrong' })
})

test('a Python of the machine is adopted by its path, and what is none is refused where it was typed', async ({ studio, page }) => {
  test.skip(!python, 'There is no Python here.')
  const { environments: view } = studio
  await studio.go('environments', { asks: 'adopt' })
  await view.dialog.getByRole('textbox', { name: /^Path/ }).fill('/bin/ls')
  await view.dialog.getByRole('textbox', { name: 'Name here' }).fill('mine')
  await view.dialog.getByRole('button', { name: 'Adopt' }).click()
  await expect(view.dialog.getByRole('alert')).toContainText('“/bin/ls” is no Python')
  await view.dialog.getByRole('textbox', { name: /^Path/ }).fill(python ?? '')
  await view.dialog.getByRole('button', { name: 'Adopt' }).click()
  await expect(view.bar('mine')).toContainText('ready')
  await expect(view.packages.getByRole('row').first()).toBeVisible()
  await view.show('Used by')
  await expect(page.getByText('Nothing ran in it yet')).toBeVisible()
})
