import { Check, CircleAlert, Info, TriangleAlert, Wrench } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import type { Warning } from '../../domain/analysis.ts'
import type { Fix } from './useFix.ts'

const severities = [
  { id: 'high', label: 'High', kind: 'bad', icon: CircleAlert }, { id: 'medium', label: 'Medium', kind: 'warn', icon: TriangleAlert }, { id: 'low', label: 'Low', kind: 'neutral', icon: Info },
] as const

export function WarningList({ warnings, fix }: { readonly warnings: readonly Warning[]; readonly fix: Fix }) {
  if (warnings.length === 0) return <p><Chip kind="ok" icon={Check}>Nothing suspicious was found</Chip></p>
  return severities.map(({ id, label, kind, icon }) => {
    const own = warnings.filter(({ severity }) => severity === id)
    if (own.length === 0) return null
    return (
      <section key={id} aria-label={`${label} severity`} className="wr-warnings">
        <h2><Chip kind={kind} icon={icon}>{label}</Chip><span className="text-xs text-ink-3">{own.length}</span></h2>
        <ul>
          {own.map((warning) => (
            <li key={`${warning.column ?? ''} ${warning.title}`}>
              <div className="min-w-0"><b>{warning.title}</b><p>{warning.detail}</p></div>
              {warning.fix && (fix.isDone(warning)
                ? <Chip kind="ok" icon={Check}>in the recipe</Chip>
                : <Button size="s" icon={Wrench} disabled={fix.busy} onPress={() => fix.add(warning)}>{warning.fix.label}</Button>)}
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
