import { watch } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import { defaults, Settings } from '../contract.ts'
import { codeOf, hashOf, writeAtomic } from '#node/files.ts'
import type { Events } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'

/** The settings are a file that people may write by hand; a bad one is told and the defaults hold. */
export function openSettings(path: string) {
  const textOf = () => readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  })

  async function read(): Promise<{ settings: Settings; problem?: string }> {
    const text = await textOf()
    if (text.trim() === '') return { settings: defaults }
    const parsed = parse(text)
    return 'problem' in parsed ? { settings: defaults, problem: `${parsed.problem} The defaults hold until it is put right.` } : parsed
  }

  async function saveFile(text: string, basedOn: string | undefined): Promise<string> {
    const parsed = parse(text)
    if ('problem' in parsed) throw new Problem('invalid', parsed.problem, 'text')
    if (basedOn !== undefined && hashOf(await textOf()) !== basedOn) throw new Problem('conflict', 'The settings file was changed elsewhere since it was opened. Load it again, then make your change.')
    await mkdir(dirname(path), { recursive: true })
    await writeAtomic(path, text)
    return hashOf(text)
  }

  async function save(settings: Settings): Promise<void> {
    await saveFile(`${JSON.stringify(settings, null, 2)}\n`, undefined)
  }

  async function file(): Promise<{ text: string; hash: string }> {
    const text = await textOf()
    return { text: text || `${JSON.stringify(defaults, null, 2)}\n`, hash: hashOf(text) }
  }

  /** Tells the browsers when the file is changed by hand; returns how to stop. */
  function tellChanges(events: Events): () => void {
    const watcher = watch(dirname(path), { persistent: false }, (_, name) => {
      if (name === basename(path)) events.tell({ area: 'workspaces', ids: ['settings'], what: 'changed' })
    })
    watcher.on('error', () => watcher.close())
    return () => watcher.close()
  }

  return { path, read, save, file, saveFile, tellChanges }
}

function parse(text: string): { settings: Settings } | { problem: string } {
  try {
    const parsed = Settings.safeParse(JSON.parse(text))
    if (parsed.success) return { settings: parsed.data }
    return { problem: `settings.json is not right: ${wordsOf(parsed.error)}` }
  } catch (error) {
    return { problem: `settings.json is not JSON: ${error instanceof Error ? error.message : String(error)}.` }
  }
}

function wordsOf(error: z.ZodError): string {
  const [issue] = error.issues
  const where = issue?.path.join('.') || 'the file'
  return issue?.code === 'invalid_value' ? `${where} is one of ${issue.values.join(', ')}.` : `${where}: ${issue?.message ?? 'not valid'}.`
}
