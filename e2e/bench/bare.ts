import { spawn } from 'node:child_process'
import { openSync, closeSync } from 'node:fs'

/** Milliseconds of a command that this process starts, its output to a file or nowhere. */
export async function bareTime(command: string, args: readonly string[], { out }: { readonly out?: string } = {}): Promise<number> {
  const began = performance.now()
  const file = out === undefined ? undefined : openSync(out, 'w')
  const child = spawn(command, [...args], { stdio: ['ignore', file ?? 'ignore', file ?? 'ignore'] })
  const code = await new Promise<number | null>((resolve, reject) => { child.on('exit', resolve); child.on('error', reject) })
  if (file !== undefined) closeSync(file)
  if (code !== 0) throw new Error(`${command} ended with ${code}.`)
  return performance.now() - began
}

/** One after another. */
export async function each<T>(count: number, work: (i: number) => Promise<T>): Promise<T[]> {
  const found: T[] = []
  for (let i = 0; i < count; i++) found.push(await work(i))
  return found
}
