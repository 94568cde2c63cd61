import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { exists, writeAtomic } from '#node/files.ts'
import { asked, markOf, Probe } from './probe.ts'

/** `behind` is the mark of the Python that a start script led to. */
const Answer = z.object({ mark: z.string(), behind: z.string(), probe: Probe.nullable() })
type Answer = z.infer<typeof Answer>
const Book = z.record(z.string(), Answer)

interface Known { readonly mark: string; readonly answer: Promise<Answer>; /** By this process's clock; of an earlier studio's answer it is 0. */ readonly at: number }

export type Probes = ReturnType<typeof openProbes>

/** After this long, what was no Python is asked again. */
const doubtAfterMs = 30_000
const quietMs = 2000

/** What the Pythons of this machine said, kept in a file over restarts: used at once while their files stay as they are. An answer of an earlier studio is asked again behind the work; `onChange` says when it was another. */
export function openProbes({ file, onChange }: { readonly file: string; readonly onChange: () => void }) {
  const known = new Map<string, Known>()
  const doubted = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let saving = false
  const loaded = readBook(file).then((book) => { for (const [path, answer] of Object.entries(book)) known.set(path, { mark: answer.mark, answer: Promise.resolve(answer), at: 0 }) })

  /** Undefined where it is no Python. With `sure`, what was none is asked again now, not behind the work. */
  async function probe(path: string, { sure = false }: { readonly sure?: boolean } = {}): Promise<Probe | undefined> {
    const [mark] = await Promise.all([markOf(path), loaded])
    if (mark === undefined) return undefined
    const before = known.get(path)
    if (before?.mark !== mark) return ask(path, mark)
    const answer = await before.answer
    const doubtful = isDoubtful(before, answer)
    if ((await isGone(path, answer)) || (doubtful && sure && answer.probe === null)) return anew(path, before)
    if (doubtful) doubt(path)
    return answer.probe ?? undefined
  }

  /** Where many find at once that an answer holds no longer, one of them asks. */
  async function anew(path: string, before: Known): Promise<Probe | undefined> {
    const mark = await markOf(path)
    const now = known.get(path)
    return now === before && mark !== undefined ? ask(path, mark) : (await now?.answer)?.probe ?? undefined
  }

  async function ask(path: string, mark: string): Promise<Probe | undefined> {
    const answer = asked(path).then(async (told) => ({ mark, behind: told ? await behindOf(told) : '', probe: told ?? null }))
    known.set(path, { mark, answer, at: performance.now() })
    void answer.then(save)
    return (await answer).probe ?? undefined
  }

  function doubt(path: string): void {
    doubted.add(path)
    timer ??= setTimeout(() => { timer = undefined; void settleDoubts() }, quietMs).unref()
  }

  /** One after another, so that the work in front of it does not feel it. */
  async function settleDoubts(): Promise<void> {
    let changed = false
    for (const path of doubted) {
      doubted.delete(path)
      const [before, mark] = [known.get(path), await markOf(path)]
      if (!before || mark === undefined) continue
      const told = await ask(path, mark)
      changed ||= JSON.stringify(told ?? null) !== JSON.stringify((await before.answer).probe)
    }
    if (changed) onChange()
  }

  /** Those that are asked at the same time are written together. */
  async function save(): Promise<void> {
    if (saving) return
    saving = true
    await Promise.all([...known.values()].map(({ answer }) => answer))
    saving = false
    const own = await Promise.all([...known].map(async ([path, { answer }]) => [path, await answer] as const))
    const all = Object.entries({ ...(await readBook(file)), ...Object.fromEntries(own) })
    const there = await Promise.all(all.map(([path]) => exists(path)))
    await writeAtomic(file, JSON.stringify(Object.fromEntries(all.filter((_, i) => there[i])))).catch(() => {})
  }

  return { probe }
}

function isDoubtful({ at }: Known, { probe }: Answer): boolean {
  return at === 0 || (probe === null && performance.now() - at > doubtAfterMs)
}

/** Where a start script is there still, and the Python that it led to is not. */
async function isGone(path: string, { probe, behind }: Answer): Promise<boolean> {
  return probe !== null && probe.executable !== path && (await behindOf(probe)) !== behind
}

async function behindOf({ executable }: Probe): Promise<string> {
  return (await markOf(executable)) ?? ''
}

/** A file that cannot be read holds nothing: it can be told again. */
async function readBook(file: string): Promise<z.infer<typeof Book>> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  try {
    return Book.parse(JSON.parse(text))
  } catch {
    return {}
  }
}
