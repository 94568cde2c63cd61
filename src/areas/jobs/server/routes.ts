import { join } from 'node:path'
import { z } from 'zod'
import { implement } from '#wire/implement.ts'
import { Problem } from '#wire/problem.ts'
import { jobs as contract } from '../contract.ts'
import type { ProcessSpec } from '../domain/process.ts'
import { taken } from '../domain/slots.ts'
import { isOver } from '../domain/job.ts'
import { searchLog } from './log-search.ts'
import { keptDays } from './store.ts'
import type { Jobs } from './store.ts'
import { useIn } from './use-watch.ts'
import { wholeLog } from './whole-log.ts'

export function jobsRoutes({ jobs }: { jobs: Jobs }) {
  const logOf = (id: string, attempt: number | undefined) => join(jobs.folderOf(jobs.get(id).id, attempt), 'log')
  const app = implement(contract, {
    list: (input) => jobs.list(input),
    get: ({ id }) => jobs.get(id),
    cancel: ({ id }) => jobs.cancel(id),
    clear: () => ({ cleared: jobs.clear() }),
    process: ({ id }) => {
      const spec = specOf(jobs, id)
      return { spec, command: shellWords(spec.argv), attempts: jobs.attempts(id) }
    },
    log: async ({ id, attempt, from, lines }) => {
      const over = isOver(jobs.get(id).state)
      const path = logOf(id, attempt)
      const window = await jobs.logs.lines(path, { from, count: lines })
      if (!over) jobs.logWatch.note(path, { job: id, bytes: window.read })
      return { ...window, over }
    },
    logFind: ({ id, attempt, ...asked }, { signal }) => searchLog(jobs.logs.indexOf(logOf(id, attempt)), { ...asked, over: isOver(jobs.get(id).state), signal }),
    usage: ({ id, attempt }) => useIn(jobs.folderOf(id, attempt)),
    machine: () => ({ slots: jobs.runner.slots, used: taken(jobs.taken()), policy: `Finished jobs are kept for ${keptDays} days, with their logs; a training run keeps its log.` }),
  })

  app.get('/jobs/log', (c) => {
    const asked = Asked.safeParse(c.req.query())
    if (!asked.success) throw new Problem('invalid', 'Say which log by ?id=…, and &attempt=2 for a certain attempt.', 'id')
    const { id, attempt } = asked.data
    return wholeLog(logOf(id, attempt), `${jobs.get(id).title}${attempt === undefined ? '' : ` attempt ${attempt}`}.log`)
  })
  return app
}

const Asked = z.object({ id: z.string(), attempt: z.coerce.number().int().min(1).optional() })

function specOf(jobs: Jobs, id: string): ProcessSpec {
  const spec = jobs.spec(jobs.get(id).id)
  if (!spec) throw new Problem('missing', 'This job is work of the studio itself; it runs no command.', 'id')
  return spec
}

/** The command as one would type it. */
function shellWords(argv: readonly string[]): string {
  return argv.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ')
}
