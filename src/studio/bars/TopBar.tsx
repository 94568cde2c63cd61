import { DraftingCompass, GitBranch, Search, Share2 } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { workspaces } from '#areas/workspaces/contract.ts'
import { Button } from '#kit/Button.tsx'
import { KeyHint } from '#kit/KeyHint.tsx'
import { asking } from '#wire/ask.ts'
import { useStudio } from '../studio.ts'
import { Bell } from './Bell.tsx'
import { SessionMenu } from './SessionMenu.tsx'

export function TopBar() {
  const { workspace: first, palette, desk, commands } = useStudio()
  const { data: workspace = first } = useQuery({ ...asking(workspaces.workspace, {}), refetchInterval: 30_000 })
  const [key] = commands.specs.filter(({ id }) => id === 'studio.palette').flatMap((spec) => commands.keysOf(spec))
  const { git } = workspace
  return (
    <header className="top" data-region="top">
      <h1 className="sr-only">Atelier</h1>
      <div className="mark"><DraftingCompass size={20} /></div>
      <div className="ws">
        <SessionMenu />
        {git && <small title={`Branch ${git.branch}`}><GitBranch size={12} />{git.branch}{git.changed !== undefined && ` · ${git.changed === 0 ? 'no changes' : `${git.changed} changed`}`}</small>}
      </div>
      <button type="button" className="find" onClick={() => palette.set(true)}><Search size={14} /><span className="clip">Search or run a command</span>{key && <KeyHint keys={key} />}</button>
      <Button variant="ghost" icon={Share2} onPress={() => desk.run('studio.share')}>Share</Button>
      <Bell />
      <div className="me" role="img" aria-label={`You are ${workspace.user}`} title={workspace.user}>{initials(workspace.user)}</div>
    </header>
  )
}

function initials(user: string): string {
  const words = user.split(/[\s._-]+/).filter(Boolean)
  return (words.length > 1 ? words.slice(0, 2).map((word) => word[0]).join('') : user.slice(0, 2)).toUpperCase()
}
