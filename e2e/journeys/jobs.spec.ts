import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jobOver } from '../ask.ts'
import { JobPage } from '../pages/job.ts'
import { startCommand, talkative } from '../start-command.ts'
import { expect, test } from '../studio.ts'

test('a command is written in the form and started; its log is live, coloured, searched, followed, downloaded, and it is stopped', async ({ studio, server, page, shoot }) => {
  await writeFile(join(server.root, 'talk.sh'), `${talkative}\n`)
  await studio.go('home')
  await studio.palette.open()
  await page.keyboard.type('Run a command')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Title' }).fill('Talk')
  await page.getByRole('textbox', { name: 'Command', exact: true }).fill('sh talk.sh')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const job = new JobPage(page)
  await expect(job.view.getByRole('heading', { level: 1, name: 'Talk' })).toBeVisible()

  await expect(job.line('line 3000')).toBeVisible()
  expect(await job.log.locator('.logline').count()).toBeLessThan(120)
  await job.log.focus()
  await page.keyboard.press('Home')
  await expect(job.line('red alert').locator('.f1')).toHaveText('red alert')
  await expect(job.line(/^step 100%$/)).toHaveCount(1)
  await expect(job.button('Follow')).toHaveAttribute('aria-pressed', 'false')
  await shoot('journey-job-log')

  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('line 29')
  await expect(job.view.getByText('111 lines')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(job.view.getByText('1 of 111')).toBeVisible()
  await expect(job.log.locator('.logline.at mark')).toHaveText('line 29')
  await page.keyboard.press('Shift+Enter')
  await expect(job.log.locator('.logline.at .logtext')).toHaveText('line 2999')
  await page.keyboard.press('Escape')

  await job.button('Follow').click()
  await writeFile(join(server.root, 'go'), '')
  await expect(job.line('gone on')).toBeVisible()
  const download = page.waitForEvent('download')
  await job.button('Download the whole log').click()
  expect((await download).suggestedFilename()).toBe('Talk attempt 1.log')

  await job.tab('CPU and memory')
  await expect(job.view.getByRole('application', { name: /^Memory in GB/ })).toBeVisible()
  await job.button('Stop').click()
  await expect(page.getByRole('alertdialog')).toContainText('has 10 s to save its work')
  await page.keyboard.press('Enter')
  await expect(job.state()).toHaveText('cancelled')
  await job.tab('Details')
  await expect(job.view.getByRole('region', { name: 'Attempts' }).getByRole('row')).toHaveCount(2)
  await expect(job.view.getByLabel('Command', { exact: true }).last()).toContainText('talk.sh')
})

test('a failure tells its exit code and last lines; tries are rows with logs of their own; it is run again', async ({ studio, server, page, shoot }) => {
  const id = await startCommand(server, { title: 'Brittle', script: 'echo try $ATELIER_ATTEMPT; echo no such column; exit 3', retries: { count: 1, waitSeconds: 0 }, variables: { COLOUR: 'blue' } })
  await jobOver(server, id)
  await studio.go('job', { id })
  const job = new JobPage(page)
  const alert = job.view.getByRole('alert')
  await expect(alert).toContainText('It ended with exit code 3.')
  await expect(alert).toContainText('no such column')
  await expect(job.line(`try ${id}/2`)).toBeVisible()
  await job.tab('Details')
  const attempts = job.view.getByRole('region', { name: 'Attempts' })
  await expect(attempts.getByRole('row')).toHaveCount(3)
  await expect(attempts.getByRole('row').nth(1)).toContainText('exit code 3')
  await shoot('journey-job-details')
  await attempts.getByRole('button').first().click()
  await expect(job.line(`try ${id}/1`)).toBeVisible()
  await expect(page).toHaveURL(/attempt=1/)
  await studio.reload()
  await expect(job.line(`try ${id}/1`)).toBeVisible()

  await job.button('Run again').click()
  await page.locator('[data-view=trainAgain]').getByRole('button', { name: 'Run again' }).click()
  await expect(job.view.getByRole('alert')).toContainText('exit code 3')
  await expect(page).not.toHaveURL(new RegExp(id))
  await studio.panel('Jobs')
  await expect(page.getByRole('grid', { name: 'Jobs' }).getByRole('row', { name: /Brittle/ })).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'Machine' })).toContainText('Finished jobs are kept for 30 days')
})

test('a line is seen within a third of a second after it was printed', async ({ studio, server, page }) => {
  const id = await startCommand(server, { title: 'Clock', script: 'while :; do date +%s%3N; sleep 1; done' })
  await studio.go('job', { id })
  const job = new JobPage(page)
  await expect(job.line(/^\d{13}$/).first()).toBeVisible()
  const lags = await page.evaluate(() => new Promise<number[]>((resolve) => {
    const found: number[] = []
    let last = document.querySelectorAll('.logtext').length
    const look = () => {
      const lines = document.querySelectorAll('.logtext')
      if (lines.length > last) {
        last = lines.length
        found.push(Date.now() - Number(lines[lines.length - 1]?.textContent))
      }
      if (found.length < 5) requestAnimationFrame(look)
      else resolve(found)
    }
    look()
  }))
  console.log(`lags of lines in ms: ${lags.join(', ')}`)
  expect(Math.min(...lags)).toBeLessThan(300)
  await server.ask('jobs.cancel', { id })
})
