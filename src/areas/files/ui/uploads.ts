import { newId } from '#lib/ids.ts'
import { subscribable } from '#lib/subscribable.ts'
import { ours } from '#wire/ask.ts'
import { ProblemBody } from '#wire/problem.ts'
import { Entry } from '../domain/entry.ts'

export type Taken = 'refuse' | 'replace' | 'both'

export interface Upload {
  readonly id: string
  readonly path: string
  readonly bytes: number
  readonly sent: number
  readonly state: 'waiting' | 'sending' | 'done' | 'failed' | 'cancelled'
  readonly error: string
  readonly cancel: () => void
}

/** All uploads of this page; they go on while the file browser is hidden. */
export const uploads = subscribable<readonly Upload[]>([])

const atOnce = 2
const begin = new Map<string, () => void>()

export function upload(path: string, file: File, taken: Taken): void {
  const id = newId('upload')
  uploads.change((all) => [...all, { id, path, bytes: file.size, sent: 0, state: 'waiting', error: '', cancel: () => change(id, { state: 'cancelled' }) }])
  begin.set(id, () => send(id, path, file, taken))
  pump()
}

export function clearUploads(): void {
  uploads.change((all) => all.filter(({ state }) => state === 'waiting' || state === 'sending'))
}

function pump(): void {
  const all = uploads.get()
  const free = atOnce - all.filter(({ state }) => state === 'sending').length
  for (const { id } of all.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) begin.get(id)?.()
}

function change(id: string, part: Partial<Upload>): void {
  uploads.change((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))
  if (part.state === undefined || part.state === 'sending') return
  begin.delete(id)
  pump()
}

/** XMLHttpRequest, because fetch tells no progress of what is sent. */
function send(id: string, path: string, file: File, taken: Taken): void {
  const request = new XMLHttpRequest()
  request.open('PUT', `/api/files/upload?path=${encodeURIComponent(path)}&taken=${taken}`)
  for (const [name, value] of Object.entries(ours)) request.setRequestHeader(name, value)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.addEventListener('progress', ({ loaded }) => change(id, { sent: loaded }))
  request.addEventListener('load', () => change(id, request.status < 300 ? { state: 'done', sent: file.size, path: pathOf(request) ?? path } : { state: 'failed', error: sentenceOf(request) }))
  request.addEventListener('error', () => change(id, { state: 'failed', error: 'The connection broke off; nothing of it was kept. Upload it again.' }))
  request.addEventListener('abort', () => change(id, { state: 'cancelled' }))
  change(id, { state: 'sending', cancel: () => request.abort() })
  request.send(file)
}

/** Where it came to stand; another name when both are kept. */
function pathOf(request: XMLHttpRequest): string | undefined {
  const entry = Entry.safeParse(JSON.parse(request.responseText))
  return entry.success ? entry.data.path : undefined
}

function sentenceOf(request: XMLHttpRequest): string {
  try {
    const problem = ProblemBody.safeParse(JSON.parse(request.responseText))
    if (problem.success) return problem.data.message
  } catch {
    return `The server answered ${request.status}.`
  }
  return `The server answered ${request.status}.`
}
