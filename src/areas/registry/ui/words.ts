import { CircleCheck, CircleX, Clock } from 'lucide-react'
import type { Icon } from '#kit/icon.ts'
import type { Approval } from '../domain/policy.ts'
import type { Activity, VersionInfo } from '../domain/registered.ts'

export { ago, bytesOf, plural, when } from '#lib/words.ts'

export const approvalIcon = { pending: Clock, approved: CircleCheck, rejected: CircleX } as const satisfies Record<Approval, Icon>
export const approvalKind = { pending: 'warn', approved: 'ok', rejected: 'bad' } as const satisfies Record<Approval, 'warn' | 'ok' | 'bad'>

export const originWords = { run: 'Logged by a run', folder: 'Imported MLmodel folder', onnx: 'Imported ONNX file', pickle: 'Imported pickled file', uri: 'Kept outside this workspace' } as const satisfies Record<VersionInfo['origin'], string>

export const whatWords = {
  registered: 'Registered', described: 'Described', tagged: 'Tagged', aliased: 'Alias', stage: 'Stage', comment: 'Comment', review: 'Review', approved: 'Approved', rejected: 'Rejected', reopened: 'Reopened',
  policy: 'Policy', imported: 'Imported', exported: 'Exported', card: 'Model card', renamed: 'Renamed', deleted: 'Deleted',
} as const satisfies Record<Activity['what'], string>

export const roles = ['lead', 'scientist', 'labeller', 'admin'] as const
