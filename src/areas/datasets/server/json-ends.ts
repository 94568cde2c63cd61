import { open } from 'node:fs/promises'
import { Problem } from '#wire/problem.ts'
import type { Readable } from './imported.ts'

const enough = 4096

/** Refuses a list of records that was cut off behind a whole one: DuckDB reads it as if it were whole. */
export async function expectClosed(files: readonly Readable[]): Promise<void> {
  for (const { file, path } of files) {
    const { first, last } = await endsOf(path)
    if (first === '[' && last !== ']') throw new Problem('invalid', `“${file.name}” is not whole JSON: its list begins with [ and does not end with ]. It was probably cut off; get it again.`, 'path')
  }
}

/** The first and the last sign that is no white space; empty where there is none near the ends. */
async function endsOf(path: string): Promise<{ readonly first: string; readonly last: string }> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const length = Math.min(enough, size)
    const read = async (from: number) => (await handle.read(Buffer.alloc(length), 0, length, from)).buffer.toString('latin1').trim()
    const [head, tail] = [await read(0), await read(size - length)]
    return { first: head.at(0) ?? '', last: tail.at(-1) ?? (head === '' ? '' : ']') }
  } finally {
    await handle.close()
  }
}
