import { when } from '#lib/words.ts'
import { Copy } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import type { Environment } from './environment-file.ts'
import { useEnvironmentActions } from './useEnvironmentActions.ts'

/** Where it is and how it came to be. */
export function FactsCard({ environment: { key, interpreter, built, state, reason, platform, parts, kind } }: { readonly environment: Environment }) {
  const { copy } = useEnvironmentActions()
  const facts = [
    ...(built === null ? [] : [['Built', `${when(built)}. ${state === 'ready' ? reason : ''}`] as const]),
    ...(platform === null ? [] : [['Machine', platform] as const]),
    ...(parts === null ? [] : [['Installer', parts.installer] as const, ['Index', parts.index || 'the usual one'] as const]),
    ...(key === null || kind === 'adopted' ? [] : [['Key', key] as const]),
  ]
  return (
    <section className="card" aria-label="On this machine">
      <h2>On this machine</h2>
      <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 gap-y-1 p-3 text-s">
        {facts.map(([term, words]) => <div key={term} className="contents"><dt className="text-ink-2">{term}</dt><dd className={`wrap-anywhere select-text ${term === 'Key' || term === 'Machine' ? 'font-mono text-xs leading-5' : ''}`}>{words}</dd></div>)}
        <dt className="text-ink-2">Interpreter</dt>
        <dd className="flex min-w-0 items-start gap-1">{interpreter === null ? <span className="text-ink-2">not there before it is built</span> : <><code className="min-w-0 font-mono text-xs leading-5 wrap-anywhere select-text">{interpreter}</code><Button variant="ghost" size="s" icon={Copy} label="Copy the path" onPress={() => copy(interpreter, 'the path')} /></>}</dd>
      </dl>
    </section>
  )
}
