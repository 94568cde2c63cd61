import type { Files } from '#areas/files/server/store.ts'
import { Problem } from '#wire/problem.ts'
import { JobFile } from '../domain/job-file.ts'

/** Job files of the workspace: read with what is wrong in words, written as a person would write them. */
export function openJobFiles(files: Files) {
  async function read(path: string): Promise<{ spec: JobFile; hash: string }> {
    const { text, hash } = await files.read(path)
    if (hash === null) throw new Problem('too_large', `“${path}” is too long for a job file. Open it as text to mend it.`, 'path')
    const parsed = JobFile.safeParse(jsonOf(path, text))
    if (parsed.success) return { spec: parsed.data, hash }
    const [issue] = parsed.error.issues
    throw new Problem('invalid', `“${path}” is no job file: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}. Open it as text to mend it.`, 'path')
  }

  async function save(path: string, spec: JobFile, hash: string | null): Promise<{ hash: string }> {
    if (!path.endsWith('.job.json')) throw new Problem('invalid', `A job file ends in .job.json; “${path}” does not.`, 'path')
    const written = await files.write({ path, text: `${JSON.stringify(spare(spec), null, 2)}\n`, bom: false, expected: hash })
    return { hash: written.hash }
  }

  return { read, save }
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem('invalid', `“${path}” is not JSON: ${error instanceof Error ? error.message : ''}. Open it as text to mend it.`, 'path')
  }
}

/** Without what is as it would be anyway, so that the file says what was meant. */
function spare(spec: JobFile): Record<string, unknown> {
  const usual: Record<string, unknown> = JobFile.parse({ title: 'x', script: 'x' })
  return Object.fromEntries(Object.entries(spec).filter(([key, value]) => value !== undefined && (['title', 'script', 'command', 'environment', 'experiment'].includes(key) || JSON.stringify(value) !== JSON.stringify(usual[key]))))
}
