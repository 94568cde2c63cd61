import { CodeView } from '#kit/CodeView.tsx'
import { Button } from '#kit/Button.tsx'
import { FilePen, Settings2, TriangleAlert } from 'lucide-react'
import { fileOf } from './environment-file.ts'
import type { Environment } from './environment-file.ts'
import { FactsCard } from './FactsCard.tsx'
import { useEnvironmentActions } from './useEnvironmentActions.ts'
import { WhyCard } from './WhyCard.tsx'

/** What it declares, why it is built anew, and where it stands. */
export function OverviewTab({ environment: one, onSettings }: { readonly environment: Environment; readonly onSettings: () => void }) {
  return (
    <div className="min-h-0 flex-1 overflow-auto" role="region" aria-label="Overview" tabIndex={0}>
      <div className="grid grid-cols-1 items-start gap-4 p-4 min-[1100px]:grid-cols-2">
        {one.declared && <PackagesCard environment={one} />}
        <div className="flex min-w-0 flex-col gap-4">
          {one.declared && <SettingsCard environment={one} onSettings={onSettings} />}
          <WhyCard parts={one.parts} builtFrom={one.builtFrom} adopted={one.kind === 'adopted'} />
          <FactsCard environment={one} />
        </div>
      </div>
    </div>
  )
}

function PackagesCard({ environment: one }: { readonly environment: Environment }) {
  const { desk } = useEnvironmentActions()
  const { kind, declared } = one
  const text = declared?.requirements ?? ''
  return (
    <section className="card" aria-label="What it declares">
      <h2>{kind === 'curated' ? 'Packages' : <span className="font-mono">{declared?.project ? 'pyproject.toml' : 'requirements.txt'}</span>}{kind === 'curated' && <small>pinned, they come with the studio</small>}
        {kind === 'declared' && <><span className="sp" /><Button size="s" icon={FilePen} onPress={() => desk.openFile(fileOf(one), 'text')}>Edit</Button></>}
      </h2>
      <div className="p-3">{text.trim() === '' ? <p className="text-s text-ink-2">No packages: Python alone.</p> : <CodeView code={text} language={declared?.project ? 'ini' : 'plaintext'} label="Declared packages" className="max-h-[56vh]" />}</div>
    </section>
  )
}

function SettingsCard({ environment: { declared, kind, unsetSecrets }, onSettings }: { readonly environment: Environment; readonly onSettings: () => void }) {
  const variables = Object.entries(declared?.variables ?? {})
  return (
    <section className="card" aria-label="Settings">
      <h2>Settings{kind === 'declared' && <><span className="sp" /><Button size="s" icon={Settings2} onPress={onSettings}>Change</Button></>}</h2>
      <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 gap-y-1 p-3 text-s">
        <dt className="text-ink-2">Python</dt><dd>{declared?.python || 'the newest found'}</dd>
        <dt className="text-ink-2">Variables</dt><dd>{variables.length === 0 ? 'none' : variables.map(([name, value]) => <code key={name} className="block font-mono text-xs leading-5 wrap-anywhere">{name}={value}</code>)}</dd>
        <dt className="text-ink-2">Secrets</dt><dd>{declared && declared.secrets.length > 0 ? <><code className="font-mono text-xs wrap-anywhere">{declared.secrets.join(', ')}</code><span className="block text-xs text-ink-2">by name; the values come from the studio’s own variables</span>{unsetSecrets.length > 0 && <Unset names={unsetSecrets} />}</> : 'none'}</dd>
      </dl>
    </section>
  )
}

function Unset({ names }: { readonly names: readonly string[] }) {
  return (
    <span className="mt-1 flex gap-1.5 text-xs wrap-anywhere">
      <TriangleAlert size={13} className="mt-0.5 flex-none text-warn" />
      <span className="min-w-0">{names.join(', ')} {names.length === 1 ? 'is' : 'are'} not set. Start the studio with {names.length === 1 ? 'it' : 'them'} in its own environment: {names.map((name) => `${name}=…`).join(' ')} npm start.</span>
    </span>
  )
}
