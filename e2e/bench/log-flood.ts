import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jobs } from '#areas/jobs/contract.ts'
import { ask, jobOver, pause, timed } from '../ask.ts'
import type { Server } from '../server.ts'
import { bareTime, each } from './bare.ts'
import { median, quantile } from './figure.ts'
import type { Figure } from './figure.ts'
import { trained } from './train.ts'

const megabytes = 600
const seconds = 6

/** Writes lines of a hundred bytes as fast as it can, or a hundred megabytes a second; says last how many it wrote a second. */
const script = `import os, sys, time
line = b"epoch 12/200  step 1843/9120  loss 0.48213  accuracy 0.81270  lr 0.000300  12.4 it/s  eta 0:12:31 ..\\n"
block = line * (1_000_000 // len(line))
paced = "--paced" in sys.argv
began = time.monotonic()
for i in range(${megabytes}):
    os.write(1, block)
    if paced:
        time.sleep(max(0, began + (i + 1) / ${megabytes / seconds} - time.monotonic()))
print(${megabytes} / (time.monotonic() - began), flush=True)
`

/** A flood of log while a client follows it and others ask small things. */
export async function* logFlood(server: Server, python: string): AsyncGenerator<Figure> {
  const path = join(server.root, 'flood.py')
  await writeFile(path, script)
  const idle = await small(server, pause(3000))
  const bare = median(await each(3, async () => (megabytes * 1000) / (await bareTime(python, [path], { out: join(server.root, 'bare.log') }))))
  const own = median(await each(3, async () => (await flooded(server, [])).rate))
  const paced = await flooded(server, ['--paced'])
  const note = `${megabytes} MB; the log is followed by a client`
  yield { figure: 'log as fast as it goes: python into a file', value: bare, unit: 'MB/s', note: `${megabytes} MB, without the studio` }
  yield { figure: 'log as fast as it goes: a job', value: own, unit: 'MB/s', least: 100, peer: 'python > file', ratio: own / bare, note: `${note}; ratio: the job’s rate over the bare one` }
  yield { figure: '100 MB/s of log: what the job reached', value: paced.rate, unit: 'MB/s', least: 98, note }
  yield { figure: '100 MB/s of log: /health p95', value: quantile(paced.health, 0.95), unit: 'ms', limit: 50, note: `${note}; without it ${quantile(idle.health, 0.95).toFixed(1)} ms` }
  yield { figure: '100 MB/s of log: a small question p95', value: quantile(paced.asked, 0.95), unit: 'ms', limit: 50, note: `${note}; without it ${quantile(idle.asked, 0.95).toFixed(1)} ms` }
  yield { figure: '100 MB/s of log: the newest lines p95', value: quantile(paced.followed, 0.95), unit: 'ms', limit: 300, note: `${note}; every 200 ms, ${paced.behind.toFixed(0)} MB behind at the worst` }
}

async function flooded(server: Server, args: readonly string[]) {
  const [id = ''] = await trained(server, { script: 'flood.py', args: [...args] })
  const over = jobOver(server, id)
  const [{ health, asked }, { followed, behind }] = await Promise.all([small(server, over, id), follow(server, over, id)])
  const { lines } = await ask(server, jobs.log, { id, from: -1, lines: 1 })
  if ((await over).state !== 'done') throw new Error(`The flood ended badly: ${(await over).error}`)
  const whole = await whenRead(server, id)
  return { rate: Number(whole ?? lines[0]), health, asked, followed, behind }
}

/** The last line, when the log is read in. */
async function whenRead(server: Server, id: string): Promise<string | undefined> {
  for (;;) {
    const { lines, bytes, read } = await ask(server, jobs.log, { id, from: -1, lines: 1 })
    if (read === bytes) return lines.at(-1)
  }
}

/** Milliseconds of small questions until then. */
async function small(server: Server, until: Promise<unknown>, id?: string): Promise<{ readonly health: number[]; readonly asked: number[] }> {
  const [health, asked]: [number[], number[]] = [[], []]
  const over = whether(until)
  while (!over.yet) {
    const began = performance.now()
    await (await fetch(`${server.url()}health`)).text()
    health.push(performance.now() - began)
    asked.push((id === undefined ? await timed(server, jobs.list, { running: true }) : await timed(server, jobs.get, { id })).ms)
    await pause(5)
  }
  return { health, asked }
}

async function follow(server: Server, until: Promise<unknown>, id: string): Promise<{ readonly followed: number[]; readonly behind: number }> {
  const followed: number[] = []
  const over = whether(until)
  let behind = 0
  while (!over.yet) {
    const { ms, answer: { bytes, read } } = await timed(server, jobs.log, { id, from: -200, lines: 200 })
    followed.push(ms)
    behind = Math.max(behind, (bytes - read) / 1e6)
    await pause(200)
  }
  return { followed, behind }
}

function whether(until: Promise<unknown>): { readonly yet: boolean } {
  const over = { yet: false }
  void until.then(() => { over.yet = true })
  return over
}
