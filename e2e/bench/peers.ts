import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { link, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { datasets } from '#areas/datasets/contract.ts'
import { ask } from '../ask.ts'
import type { Bench, Figure } from './figure.ts'
import { makeParquet } from './make-parquet.ts'
import { ourWork } from './our-work.ts'

const times = 3
const python = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'atelier-test-python', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
const Line = z.object({ tool: z.string(), name: z.string(), ms: z.number(), sum: z.string(), note: z.string() })
type Line = z.infer<typeof Line>

/** Open, sort, filter, group and profile: by the studio over HTTP, and by pandas and polars on the same file. */
export async function* peersBench({ server, folder, rows, peerRows }: Bench): AsyncGenerator<Figure> {
  if (!existsSync(python)) {
    console.error('No Python environment of the tests here (npm test makes it); pandas and polars are not compared.')
    return
  }
  const path = await makeParquet({ rows: peerRows, folder, say: (line) => console.error(line) })
  const own = join(server.root, 'peers.parquet')
  await link(path, own)
  await ask(server, datasets.register, { path: 'peers.parquet', name: 'peers' })
  const ours = await ourWork(server, times)
  const note = `${peerRows.toLocaleString('en')} rows${peerRows < rows ? ', because pandas holds them all in memory' : ''}; medians of ${times}`
  for (const { name, ms, about } of ours) yield { figure: `${name}: studio`, value: ms, unit: 'ms', note: `${note}; ${about}` }
  for (const tool of ['pandas', 'polars']) {
    for await (const line of linesOf(tool, path)) {
      const mine = ours.find(({ name }) => name === line.name)
      if (mine) yield { figure: `${line.name}: ${tool}`, value: line.ms, unit: 'ms', peer: tool, ratio: line.ms / mine.ms, note: `${line.note}; ratio above 1: the studio is faster; ${compared(mine.sum, line)}` }
    }
  }
  await rm(own)
}

function compared(mine: string, { sum }: Line): string {
  return mine === sum ? 'the same answer' : `ANOTHER ANSWER: ${sum.slice(0, 60)} where the studio says ${mine.slice(0, 60)}`
}

async function* linesOf(tool: string, path: string): AsyncGenerator<Line> {
  const child = spawn(python, [join(import.meta.dirname, 'peers.py'), tool, path, String(times)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<string | number | null>((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)))
  for await (const line of createInterface({ input: child.stdout })) yield Line.parse(JSON.parse(line))
  const code = await ended
  if (code !== 0) console.error(`${tool} ended with ${code}${code === 'SIGKILL' ? ', most likely because memory ran out; give less --peer-rows' : ''}.`)
}
