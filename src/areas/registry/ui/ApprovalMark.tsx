import { Chip } from '#kit/Chip.tsx'
import type { Approval } from '../domain/policy.ts'
import { approvalIcon, approvalKind } from './words.ts'

export function ApprovalMark({ approval }: { readonly approval: Approval }) {
  return <Chip kind={approvalKind[approval]} icon={approvalIcon[approval]}>{approval}</Chip>
}
