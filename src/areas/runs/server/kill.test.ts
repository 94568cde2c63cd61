import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { openSqlite } from '#node/sqlite.ts'

const rounds = 20
const clients = 8
const root = realpathSync(mkdtempSync(join(tmpdir(), 'atelier kill ')))

/** The studio itself over the workspace; it is ended by force. */
async function started(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(process.cwd(), 'src', 'server.ts'), root, '--port', '0', '--no-open', '--token', 'secret'], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ATELIER_NO_BUILD: '1' } })
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, address] = /ready: (\S+?)\?/.exec(line) ?? []
      if (address) resolve(address)
    })
    child.on('exit', (code) => reject(new Error(`The studio ended with ${code} before it was ready.`)))
  })
  return { child, url }
}

async function post(url: string, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${url}api/2.0/mlflow/${path}`, { method: 'POST', headers: { authorization: 'Bearer secret', 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const said: unknown = await answer.json()
  if (!answer.ok) throw new Error(JSON.stringify(said))
  return said
}

/** Logs batches of 40 points without a pause until the studio is gone; `told` gets the first step of each that was acknowledged. */
async function logging(url: string, run: string, from: number, told: number[]): Promise<number> {
  for (let step = from; ; step += 40) {
    const metrics = Array.from({ length: 40 }, (_, i) => ({ key: i % 2 ? 'odd' : 'even', value: step + i, timestamp: 1_764_000_000_000 + step + i, step: step + i }))
    const kept = await post(url, 'runs/log-batch', { run_id: run, metrics, tags: [{ key: 'upto', value: String(step) }] }).then(() => true, () => false)
    if (!kept) return step + 40
    told.push(step)
  }
}

test('killed at random moments while eight clients log, every acknowledged point is there, and each batch is whole or absent', { timeout: 180_000 }, async () => {
  const first = await started()
  const runs = await Promise.all(Array.from({ length: clients }, async () => String(Object(Object(Object(await post(first.url, 'runs/create', { experiment_id: '0' })).run).info).run_id)))
  const told: number[][] = runs.map(() => [])
  let next: number[] = runs.map(() => 0)
  let studio = first
  for (let round = 0; round < rounds; round++) {
    if (round > 0) studio = await started()
    const { child, url } = studio
    const gone = new Promise((resolve) => child.once('exit', resolve))
    setTimeout(() => child.kill('SIGKILL'), 30 + Math.random() * 300)
    next = await Promise.all(runs.map((run, i) => logging(url, run, next[i] ?? 0, told[i] ?? [])))
    await gone
  }
  const { db } = openSqlite(join(root, '.atelier', 'atelier.db'))
  const steps = db.prepare('SELECT p.step, p.value FROM run_points p JOIN run_records r ON r.id = p.run WHERE r.uuid = ? ORDER BY p.step')
  const latest = db.prepare('SELECT k.name, l.step, l.points FROM run_latest l JOIN run_keys k ON k.id = l.key JOIN run_records r ON r.id = l.run WHERE r.uuid = ? ORDER BY k.name')
  const lost = runs.flatMap((run, i) => {
    const there = new Map(steps.all(run).map((row) => [row.step, row.value]))
    return (told[i] ?? []).filter((step) => !Array.from({ length: 40 }, (_, at) => there.get(step + at)).every((value, at) => value === step + at))
  })
  const torn = runs.filter((run) => steps.all(run).length % 40 !== 0)
  const wrong = runs.filter((run) => {
    const all = steps.all(run).map(({ step }) => Number(step))
    const wanted = [0, 1].map((odd) => all.filter((step) => step % 2 === odd)).map((own, odd) => ({ name: odd ? 'odd' : 'even', step: own.at(-1), points: own.length }))
    return JSON.stringify(latest.all(run)) !== JSON.stringify(wanted)
  })
  expect({ lost, torn, wrong }).toEqual({ lost: [], torn: [], wrong: [] })
  expect(told.flat().length).toBeGreaterThan(rounds)
  console.info(`${told.flat().length} batches were acknowledged in ${rounds} lives of the studio`)
})
