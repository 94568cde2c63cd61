import { ArrowRightLeft, CircleCheck, CircleX, Download, FileText, ListChecks, MessageSquare, PackagePlus, Pencil, RotateCcw, Tag, Trash2, UserCheck } from 'lucide-react'
import type { Icon } from '#kit/icon.ts'
import type { Activity } from '../domain/registered.ts'
import { useRegistry } from './useRegistry.ts'
import { ago, whatWords, when } from './words.ts'

const icons = {
  registered: PackagePlus, imported: PackagePlus, described: Pencil, renamed: Pencil, tagged: Tag, aliased: Tag, stage: ArrowRightLeft, comment: MessageSquare, review: UserCheck, approved: CircleCheck, rejected: CircleX,
  reopened: RotateCcw, policy: ListChecks, exported: Download, card: FileText, deleted: Trash2,
} as const satisfies Record<Activity['what'], Icon>

const colours: Partial<Record<Activity['what'], string>> = { approved: 'text-good', rejected: 'text-bad' }

export function ActivityList({ entries, about }: { readonly entries: readonly Activity[]; readonly about: 'model' | 'version' }) {
  const { openVersion } = useRegistry()
  if (entries.length === 0) return <p className="text-s text-ink-2">Nothing yet.</p>
  return (
    <ol className="flex flex-col" aria-label="Activity">
      {entries.map((entry) => {
        const Icon = icons[entry.what]
        const { version } = entry
        return (
          <li key={entry.id} className="flex gap-3 border-t border-line py-2 first:border-t-0">
            <span className={`mt-0.5 ${colours[entry.what] ?? 'text-ink-3'}`}><Icon size={15} aria-hidden /><span className="sr-only">{whatWords[entry.what]}</span></span>
            <div className="flex min-w-0 flex-1 flex-col gap-0.5">
              <span className="text-s">{entry.text}{about === 'model' && version !== null && entry.what !== 'deleted' && <> <button type="button" className="rounded-1 text-xs text-accent hover:underline" onClick={() => openVersion({ model: entry.model, version })}>v{version}</button></>}</span>
              {entry.reason && <blockquote className="whitespace-pre-wrap border-l-2 border-line-strong pl-2 text-s text-ink-2">{entry.reason}</blockquote>}
              <span className="text-xs text-ink-3" title={when(entry.at)}>{entry.by} · {ago(entry.at)}</span>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
