import type { PanelProps, PanelSpec } from '#kit/desk.ts'
import { useDesk } from '#kit/desk.ts'
import { panels } from './catalogue.ts'

/** A card for everything that begins with nothing. */
export function Launcher({ close }: PanelProps) {
  const desk = useDesk()
  const groups = groupsOf(panels)
  const open = (kind: string) => {
    desk.open(kind)
    close()
  }
  return (
    <div className="page">
      <h1 className="text-xl font-semibold">New tab</h1>
      {groups.map(({ group, members }) => (
        <section key={group} aria-label={group}>
          <h2>{group}</h2>
          <div className="launch-cards">
            {members.map((panel) => (
              <button key={panel.kind} type="button" className="launch-card" onClick={() => open(panel.kind)}>
                <span className="launch-icon"><panel.icon size={18} /></span>
                <b>{panel.title({})}</b>
                <small>{panel.launcher?.about}</small>
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function groupsOf(all: readonly PanelSpec[]): readonly { readonly group: string; readonly members: readonly PanelSpec[] }[] {
  const groups = [...new Set(all.flatMap(({ launcher }) => launcher?.group ?? []))]
  return groups.map((group) => ({ group, members: all.filter(({ launcher }) => launcher?.group === group) }))
}
