import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { ago, when } from '#lib/words.ts'
import { asking } from '#wire/ask.ts'
import { environments } from '../contract.ts'
import type { Environment } from './environment-file.ts'
import { useEnvironmentActions } from './useEnvironmentActions.ts'

/** Runs and jobs that were started in it, the newest first. */
export function UsesTab({ environment: { name, key } }: { readonly environment: Environment }) {
  const { desk } = useEnvironmentActions()
  const { data, error, refetch } = useQuery(asking(environments.uses, { name }))
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!data) return <div className="p-6"><Skeleton lines={6} height={24} label="Reading what ran in it" /></div>
  if (data.length === 0) return <Empty icon={History} title="Nothing ran in it yet" text="Runs and jobs that were started in this environment are listed here." action={<Button variant="primary" onPress={() => desk.open('train')}>Train a model</Button>} />
  return (
    <div className="min-h-0 flex-1 overflow-auto" role="region" aria-label={`What ran in ${name}`} tabIndex={0}>
      <table className="w-full text-s">
        <caption className="sr-only">Work that ran in {name}, the newest first</caption>
        <thead className="sticky top-0 z-10 bg-paper text-xs text-ink-2"><tr className="h-7"><th scope="col" className="px-4 text-left font-semibold">Work</th><th scope="col" className="px-2 text-left font-semibold">In</th><th scope="col" className="px-2 text-left font-semibold">Started</th><th scope="col" className="px-2 text-left font-semibold">By</th><th scope="col" className="px-4"><span className="sr-only">Open</span></th></tr></thead>
        <tbody>
          {data.map((use) => (
            <tr key={use.job} className="h-9 border-t border-line hover:bg-hover">
              <th scope="row" className="max-w-[420px] px-4 text-left font-normal"><span className="clip block" title={use.title}>{use.title}</span></th>
              <td className="px-2 whitespace-nowrap">{use.key === key ? 'what is declared now' : <span className="text-ink-2">an earlier build, {use.key.slice(0, 8)}</span>}</td>
              <td className="px-2 whitespace-nowrap"><time dateTime={use.at} title={when(use.at)}>{ago(use.at)}</time></td>
              <td className="px-2">{use.by}</td>
              <td className="px-4"><span className="flex justify-end gap-1">{use.run !== null && <Button size="s" onPress={() => desk.open('run', { run: use.run ?? '' })}>Run</Button>}<Button size="s" onPress={() => desk.open('job', { id: use.job })}>Job</Button></span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
