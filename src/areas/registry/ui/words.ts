import { CircleCheck, CircleX, Clock } from 'lucide-react'
import type { Icon } from '#kit/icon.ts'
import type { Approval } from '../domain/policy.ts'
import type { Activity, VersionInfo } from '../domain/registered.ts'

export function plural(value: number, word: string): string {
  return `${value.toLocaleString('en-US')} ${value === 1 ? word : `${word}s`}`
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

export function bytesOf(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[step]}`
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

export function when(at: number): string {
  return moment.format(new Date(at))
}

const spans = [[60, 'min', 60], [3600, 'h', 24], [86_400, 'd', 60]] as const

/** `just now`, `12 min`, `3 h`, `5 d`, then the date. */
export function ago(at: number, now = Date.now()): string {
  const seconds = (now - at) / 1000
  if (seconds < 60) return 'just now'
  const span = spans.find(([length, , most]) => seconds / length < most)
  return span ? `${Math.floor(seconds / span[0])} ${span[1]} ago` : when(at)
}

export const approvalIcon = { pending: Clock, approved: CircleCheck, rejected: CircleX } as const satisfies Record<Approval, Icon>
export const approvalKind = { pending: 'warn', approved: 'ok', rejected: 'bad' } as const satisfies Record<Approval, 'warn' | 'ok' | 'bad'>

export const originWords = { run: 'Logged by a run', folder: 'Imported MLmodel folder', onnx: 'Imported ONNX file', pickle: 'Imported pickled file', uri: 'Kept outside this workspace' } as const satisfies Record<VersionInfo['origin'], string>

export const whatWords = {
  registered: 'Registered', described: 'Described', tagged: 'Tagged', aliased: 'Alias', stage: 'Stage', comment: 'Comment', review: 'Review', approved: 'Approved', rejected: 'Rejected', reopened: 'Reopened',
  policy: 'Policy', imported: 'Imported', exported: 'Exported', card: 'Model card', renamed: 'Renamed', deleted: 'Deleted',
} as const satisfies Record<Activity['what'], string>

export const roles = ['lead', 'scientist', 'labeller', 'admin'] as const
