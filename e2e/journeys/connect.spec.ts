import { logModel } from '../log-model.ts'
import { expect, test } from '../studio.ts'

test('the lines of Connect MLflow are copied, hide the token until it is asked for, and let a script log here', async ({ studio, server, page, shoot }) => {
  await studio.palette.run('connect', /Connect MLflow/)
  const view = page.getByRole('region', { name: 'Connect MLflow' })
  await expect(view).toContainText(`MLFLOW_TRACKING_URI=${server.url().replace(/\/$/, '')}`)
  await expect(view).not.toContainText(server.token)
  await view.getByRole('button', { name: 'Copy the lines' }).click()
  await expect(view.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const told = new Map([...copied.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]))

  await logModel({ url: () => `${told.get('MLFLOW_TRACKING_URI')}/`, token: told.get('MLFLOW_TRACKING_TOKEN') ?? '' }, { name: 'from the lines', metrics: { loss: 0.5 } })
  await studio.panel('Runs')
  await studio.runs.experiment('Default').dblclick()
  await studio.runs.ready()
  await expect(studio.runs.row('from the lines')).toBeVisible()

  await studio.go('connect')
  await view.getByText('Python', { exact: true }).click()
  await expect(view).toContainText('os.environ["MLFLOW_TRACKING_URI"]')
  await expect(page).toHaveURL(/as=python/)
  await view.getByText('Show the token').click()
  await expect(view).toContainText(server.token)
  await shoot('journey-connect')
})
