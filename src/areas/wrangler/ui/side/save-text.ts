import { files } from '#areas/files/contract.ts'
import { ask } from '#wire/ask.ts'

const tries = 50

/** Writes a text file under the first name that is free and says which. */
export async function saveText(path: string, text: string): Promise<string> {
  const dot = path.lastIndexOf('.')
  const names = [path, ...Array.from({ length: tries }, (_, i) => `${path.slice(0, dot)}-${i + 2}${path.slice(dot)}`)]
  const taken = new Set(await ask(files.taken, { paths: names }))
  const free = names.find((name) => !taken.has(name)) ?? path
  await ask(files.write, { path: free, text, expected: null })
  return free
}
