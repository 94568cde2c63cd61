import { join } from 'node:path'
import { openJobs } from '#areas/jobs/server/store.ts'
import { openDuck } from '#node/duckdb/duck.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { openDatasets } from './store.ts'

/** Publishes without end and says each version that it was told of, until it is killed. */
const root = process.argv[2] ?? ''
const sqlite = openSqlite(join(root, '.atelier', 'atelier.db'))
const events = openEvents()
const duck = openDuck({ threads: 1 })
const datasets = openDatasets({ sqlite, duck, root, jobs: openJobs({ sqlite, events }), events })
for (let i = 1; ; i++) {
  const stage = await datasets.newStage()
  await duck.read({ text: `COPY (SELECT i AS c0, ${i} AS c1 FROM range(20000) t(i)) TO '${join(stage, '0.parquet')}' (FORMAT parquet)` })
  const { version } = await datasets.publish({ name: 'loop', stage, rows: 20_000, columns: [{ name: 'i', type: 'BIGINT' }, { name: 'n', type: 'INTEGER' }], parent: null, recipe: null, recipePath: null, by: 'me' })
  process.stdout.write(`${version}\n`)
}
