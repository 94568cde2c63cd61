import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { openEngine } from '#node/duckdb/engine.ts'
import { openPython, testPython } from '#node/test-python.test.util.ts'
import { toPython } from '../domain/code/python.ts'
import { toSqlText } from '../domain/code/sql.ts'
import type { Frames } from '../domain/code/python.ts'
import { uniqueNames } from '../domain/columns.ts'
import type { Column } from '../domain/columns.ts'
import { compile } from '../domain/compile.ts'
import type { Stage } from '../domain/compile.ts'
import type { Learned, RecipeProblem, Table } from '../domain/step-kind.ts'
import { chainSql } from '../domain/to-sql.ts'

export interface Trial {
  /** A SELECT; its columns become c0, c1, … under their own names. */
  readonly source: string
  readonly steps: readonly { readonly op: string; readonly params: Record<string, unknown>; readonly enabled?: boolean }[]
  /** Other data sets by name, each a SELECT. */
  readonly tables?: Readonly<Record<string, string>>
}

const folder = mkdtempSync(join(tmpdir(), 'atelier-steps-'))
const engine = await openEngine()
let python: ReturnType<typeof openPython> | undefined
let files = 0
afterAll(() => { python?.close(); engine.close() })

/** Runs the steps in DuckDB. `rows` hold the visible columns in row order; `problems` what could not run. */
export async function runSteps(trial: Trial) {
  const { stages, base, columns, paths, tables } = await compiled(trial)
  const last = stages.at(-1)
  const ids = (last?.columns ?? columns).map(({ id }) => id)
  const names = [...uniqueNames(last?.columns ?? columns).values()]
  const text = chainSql({ base, stages, query: `SELECT ${ids.join(', ')} FROM prev ORDER BY ${last?.order ?? '_rid'}` })
  const { rows, columns: types } = await engine.read({ text })
  return { names, types: types.map(({ type }) => type), rows, stages, columns, paths, tables, problems: stages.flatMap(({ problem }) => (problem ? [problem.message] : [])) }
}

/** Runs the steps in DuckDB and as generated Python, and expects the same names and rows, floats to 1e-9; the same of the SQL that a person reads. Returns DuckDB's rows. */
export async function expectSameInPython(trial: Trial, options: { frames?: readonly Frames[]; anyOrder?: boolean } = {}) {
  const truth = await runSteps(trial)
  expect(truth.problems).toEqual([])
  const sql = toSqlText(truth)
  const read = await engine.read({ text: sql }).catch((error: unknown) => { throw new Error(`${String(error)} in\n${sql}`) })
  expect([read.columns.map(({ name }) => name), shown(read.rows, options.anyOrder)], `SQL:\n${sql}`).toEqual([truth.names, shown(truth.rows, options.anyOrder)])
  const command = testPython()
  if (!command) return truth
  python ??= openPython(command)
  for (const frames of options.frames ?? (['pandas', 'polars'] as const)) {
    const out = join(folder, `out${files++}.parquet`)
    const script = toPython(frames, truth)
    await python.run(script, out)
    const casts = truth.types.map((type, i) => (type === 'VARCHAR[]' || type.startsWith('ENUM') ? `c${i}` : `c${i}::${type} AS c${i}`)).join(', ')
    const aliases = truth.types.map((_, i) => `c${i}`).join(', ')
    const described = await engine.read({ text: `DESCRIBE FROM read_parquet('${out}')` })
    expect(described.rows.map(([name]) => name), `${frames}: names of\n${script}`).toEqual(truth.names)
    const result = await engine.read({ text: `SELECT ${casts} FROM read_parquet('${out}') t(${aliases})` })
    expect(shown(result.rows, options.anyOrder), `${frames}:\n${script}`).toEqual(shown(truth.rows, options.anyOrder))
  }
  return truth
}

function shown(rows: readonly (readonly unknown[])[], anyOrder = false): string[] {
  const lines = rows.map((row) => JSON.stringify(row, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(10)) : value)))
  return anyOrder ? lines.sort() : lines
}

async function compiled({ source, steps, tables = {} }: Trial) {
  const main = await materialised(source)
  const others = await Promise.all(Object.entries(tables).map(async ([name, sql]) => {
    const { columns, base, paths } = await materialised(sql)
    return [name, { columns, sql: base, paths }] as const
  }))
  const known: Record<string, Table> = Object.fromEntries(others)
  const recipe = {
    schema: 1 as const,
    source: { dataset: 'trial', columns: main.columns.map(({ id, name }) => ({ id, name })) },
    steps: steps.map((step, i) => ({ id: `s${i + 1}`, v: 1, enabled: true, ...step })),
  }
  const learned = new Map<string, Learned | RecipeProblem>()
  let stages: readonly Stage[] | undefined
  while (!stages) {
    const result = compile({ recipe, columns: main.columns, tables: known, learned })
    if (result.kind === 'ready') { stages = result.stages; break }
    const answer = await engine.read({ text: chainSql({ base: main.base, stages: result.stages, query: result.learn }) })
    learned.set(result.step.id, { columns: answer.columns.map(({ name }) => name), rows: answer.rows })
  }
  return { ...main, stages, tables: known }
}

async function materialised(sql: string): Promise<{ columns: Column[]; base: string; paths: string[] }> {
  const path = join(folder, `in${files++}.parquet`)
  await engine.read({ text: `COPY (${sql}) TO '${path}'` })
  const { rows } = await engine.read({ text: `DESCRIBE FROM read_parquet('${path}')` })
  const columns = rows.map(([name, type], i) => ({ id: `c${i}`, name: String(name), type: String(type) }))
  const ids = columns.map(({ id }) => id).join(', ')
  return { columns, paths: [path], base: `SELECT file_row_number AS _rid, ${ids} FROM read_parquet('${path}') t(${ids})` }
}
