import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Menu } from '#kit/Menu.tsx'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import type { VersionDetail } from '../domain/registered.ts'
import { AliasChips } from './AliasChips.tsx'
import { ApprovalMark } from './ApprovalMark.tsx'

/** One side of a comparison, and another version to put there. */
export function VersionPick({ version, side, onPick }: { readonly version: VersionDetail; readonly side: 'left' | 'right'; readonly onPick: (version: number) => void }) {
  const { data } = useQuery(asking(registry.model, { name: version.model }))
  const items = (data?.all ?? []).map((one) => ({ id: String(one.version), label: `Version ${one.version}, ${one.approval}${one.aliases.length > 0 ? ` · ${one.aliases.join(', ')}` : ''}`, checked: one.version === version.version, run: () => onPick(one.version) }))
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-2">
      <Menu label={`Version at the ${side}`} items={items}><Button variant="ghost" size="s"><span className="font-semibold text-ink">Version {version.version}</span><ChevronDown size={12} /></Button></Menu>
      <ApprovalMark approval={version.approval} /><AliasChips aliases={version.aliases} />
    </span>
  )
}
