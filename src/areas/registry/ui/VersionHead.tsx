import { CircleCheck, CircleX, Ellipsis, GitCompareArrows, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Menu } from '#kit/Menu.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { never } from '#lib/never.ts'
import type { Approval } from '../domain/policy.ts'
import type { VersionDetail } from '../domain/registered.ts'
import { servesUnapproved } from '../domain/serves.ts'
import { AliasChips } from './AliasChips.tsx'
import { AliasDialog } from './AliasDialog.tsx'
import { ApprovalMark } from './ApprovalMark.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { ServesNote } from './ServesNote.tsx'
import { useRegistry } from './useRegistry.ts'
import { VersionDialog } from './VersionDialog.tsx'
import { versionMenu } from './version-menu.ts'
import { ago, bytesOf, originWords, when } from './words.ts'

type Open = { readonly kind: 'decide'; readonly approval: Approval } | { readonly kind: 'alias' } | { readonly kind: 'export' } | { readonly kind: 'about' }

/** Which version, how it stands, and the decision. */
export function VersionHead({ version }: { readonly version: VersionDetail }) {
  const actions = useRegistry()
  const [open, setOpen] = useState<Open>()
  const { model, version: number, approval, champion, aliases } = version
  return (
    <>
      <Toolbar label={`Version ${number} of ${model}`}>
        <h1 className="ttl flex min-w-0 items-baseline gap-2"><button type="button" className="clip rounded-1 text-ink hover:text-accent hover:underline" onClick={() => actions.openModel(model)}>{model}</button><span className="flex-none">v{number}</span></h1>
        <ApprovalMark approval={approval} />
        <AliasChips aliases={aliases} onRemove={(alias) => actions.dropAlias(version, alias)} />
        <span className="sp" />
        {champion !== null && champion !== number && <Button icon={GitCompareArrows} onPress={() => actions.compare({ model, version: champion }, version)}>Beside the champion</Button>}
        <Decisions approval={approval} onDecide={(to) => setOpen({ kind: 'decide', approval: to })} />
        <Menu label="More" placement="bottom end" items={versionMenu(version, actions, (kind) => setOpen({ kind }))}><Button variant="ghost" icon={Ellipsis} label="More" /></Menu>
      </Toolbar>
      {servesUnapproved(version) && <ServesNote version={version} />}
      <Origin version={version} onOpen={setOpen} />
      {open && <OpenDialog open={open} version={version} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Decisions({ approval, onDecide }: { readonly approval: Approval; readonly onDecide: (to: Approval) => void }) {
  return (
    <>
      {approval !== 'pending' && <Button icon={RotateCcw} onPress={() => onDecide('pending')}>Reopen</Button>}
      {approval !== 'rejected' && <Button variant="danger" icon={CircleX} onPress={() => onDecide('rejected')}>Reject</Button>}
      {approval !== 'approved' && <Button variant="primary" icon={CircleCheck} onPress={() => onDecide('approved')}>Approve</Button>}
    </>
  )
}

function Origin({ version: { origin, source, created, by, bytes, stage }, onOpen }: { readonly version: VersionDetail; readonly onOpen: (open: Open) => void }) {
  return (
    <div className="bar slim">
      <span className="clip" title={source}>{originWords[origin]} · <span title={when(created)}>registered {ago(created)} by {by}</span>{bytes !== null && ` · ${bytesOf(bytes)}`}{stage !== 'None' && ` · stage ${stage}`}</span>
      <span className="sp" />
      <Button variant="ghost" size="s" onPress={() => onOpen({ kind: 'alias' })}>Give an alias</Button>
      <Button variant="ghost" size="s" onPress={() => onOpen({ kind: 'about' })}>Describe and tag</Button>
    </div>
  )
}

function OpenDialog({ open, version, onClose }: { readonly open: Open; readonly version: VersionDetail; readonly onClose: () => void }) {
  switch (open.kind) {
    case 'decide': return <DecideDialog version={version} approval={open.approval} onClose={onClose} />
    case 'alias': return <AliasDialog version={version} onClose={onClose} />
    case 'export': return <ExportDialog version={version} onClose={onClose} />
    case 'about': return <VersionDialog version={version} onClose={onClose} />
    default: return never(open)
  }
}
