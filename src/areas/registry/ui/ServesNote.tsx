import { TriangleAlert } from 'lucide-react'
import type { VersionInfo } from '../domain/registered.ts'
import { servingAlias } from '../domain/serves.ts'

/** Says that production loads a version which nobody approved, and what to do about it. */
export function ServesNote({ version: { approval, aliases } }: { readonly version: VersionInfo }) {
  return (
    <p className="flex items-center gap-2 border-b border-line bg-warn-soft px-3 py-2 text-s" role="note">
      <TriangleAlert size={15} aria-hidden className="flex-none" />
      <span><b className="font-semibold">Serves without approval.</b> Code that loads the alias {servingAlias(aliases)} gets this version, which is {approval}. {approval === 'pending' ? 'Approve it, reject it, or take the alias off.' : 'Take the alias off, or reopen it.'}</span>
    </p>
  )
}
