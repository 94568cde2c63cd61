import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobs } from '#areas/jobs/contract.ts'
import { runs } from '#areas/runs/contract.ts'
import { testMlflow } from '#node/test-python.test.util.ts'
import { ask, openStudio } from './studio.test.util.ts'
import type { TestStudio } from './studio.test.util.ts'

const python = testMlflow()
let studio: TestStudio
beforeAll(async () => { if (python) studio = await openStudio(python) })
afterAll(() => studio?.close())

/** Is killed as by a machine that takes it, in the middle, the first time. */
const script = `import os, pathlib, signal, mlflow
state = pathlib.Path(os.environ["ATELIER_CHECKPOINT"]) / "step.txt"
first = int(state.read_text()) if state.exists() else 0
print("from step", first, flush=True)
with mlflow.start_run():
    for step in range(first, 6):
        mlflow.log_metric("loss", 1 / (step + 1), step=step)
        state.write_text(str(step + 1))
        if (first, step) == (0, 2):
            os.kill(os.getpid(), signal.SIGKILL)
`

test.skipIf(!python)('a training that was killed is tried again from its checkpoint, in the same run and without a step twice', async () => {
  await studio.put('long.py', script)
  const { job, run, one } = await studio.whole({ script: 'long.py', retries: { count: 1, waitSeconds: 0 } })
  const { attempts } = await ask(studio.server, jobs.process, { id: one.job })
  const { points } = await ask(studio.server, runs.points, { run: run.id, metric: 'loss' })
  expect([job.state, run.status, attempts.map(({ state, signal }) => [state, signal])]).toEqual(['done', 'FINISHED', [['failed', 'SIGKILL'], ['succeeded', null]]])
  expect(points.map(({ step, value }) => [step, value])).toEqual([0, 1, 2, 3, 4, 5].map((step) => [step, 1 / (step + 1)]))
  expect(await studio.logOf(one.job)).toContain('from step 3')
})
