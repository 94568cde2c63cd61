import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import type { Job } from '../../domain/job.ts'
import type { Attempt, ProcessSpec } from '../../domain/process.ts'
import { JobFacts } from '../JobFacts.tsx'
import { JobTimes } from '../JobTimes.tsx'
import { AttemptRows } from './AttemptRows.tsx'
import { limitsOf } from './limits.ts'
import { ProcessInputs } from './ProcessInputs.tsx'

interface Props { readonly job: Job; readonly spec: ProcessSpec; readonly command: string; readonly attempts: readonly Attempt[]; readonly onAttempt: (number: number) => void }

/** What it was started with, and what became of each try. */
export function ProcessDetails({ job, spec, command, attempts, onAttempt }: Props) {
  return (
    <div className="min-h-0 flex-1 overflow-auto p-6 -outline-offset-2" role="region" aria-label="Details" tabIndex={0}>
      <div className="mx-auto flex max-w-[860px] flex-col gap-6">
        <JobTimes job={job} attempts={attempts} />
        <AttemptRows attempts={attempts} onAttempt={onAttempt} />
        <Command command={command} cwd={spec.cwd} />
        <Part title="Environment">
          {spec.environment ? <Facts rows={[['Name', spec.environment.name], ['Key', spec.environment.key ?? 'not built when it was started']]} mono /> : <p className="text-s text-ink-2">None: it runs with the programs of this machine.</p>}
        </Part>
        <ProcessInputs spec={spec} written={attempts.findLast(({ ended }) => ended !== null)?.outputs ?? []} />
        <Part title="Limits"><Facts rows={limitsOf(spec)} /></Part>
        <Part title="Variables">{variablesOf(spec).length === 0 ? <p className="text-s text-ink-2">None of its own.</p> : <Facts rows={variablesOf(spec)} mono />}</Part>
        {Object.keys(spec.tags).length > 0 && <Part title="Tags"><Facts rows={Object.entries(spec.tags)} mono /></Part>}
        <Part title="Job"><JobFacts job={job} /></Part>
      </div>
    </div>
  )
}

function Command({ command, cwd }: { readonly command: string; readonly cwd: string }) {
  const desk = useDesk()
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(command).then(() => true, () => false)
    desk.notify(copied ? { kind: 'good', text: 'The command was copied.' } : { kind: 'bad', text: 'The browser does not let this page copy. Select the command and copy it by the keyboard.' })
  }
  return (
    <Part title="Command" tool={<Button variant="ghost" size="s" icon={Copy} onPress={() => void copy()}>Copy</Button>}>
      <pre className="code max-h-[200px] whitespace-pre-wrap wrap-anywhere" tabIndex={0} role="group" aria-label="Command">{command}</pre>
      <p className="mt-1 text-xs text-ink-2 wrap-anywhere">in {cwd}</p>
    </Part>
  )
}

function Part({ title, tool, children }: { readonly title: string; readonly tool?: ReactNode; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <div className="mb-2 flex min-h-[22px] items-center"><h2 className="text-s font-semibold">{title}</h2><span className="sp" />{tool}</div>
      {children}
    </section>
  )
}

function Facts({ rows, mono = false }: { readonly rows: readonly (readonly [string, string])[]; readonly mono?: boolean }) {
  return (
    <dl className="grid grid-cols-[minmax(120px,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 text-s">
      {rows.map(([name, text]) => <div key={name} className="contents"><dt className={`text-ink-2 ${mono ? 'font-mono' : ''}`}>{name}</dt><dd className={`min-w-0 wrap-anywhere select-text ${mono ? 'font-mono' : ''}`}>{text}</dd></div>)}
    </dl>
  )
}

function variablesOf({ variables, hidden }: ProcessSpec): (readonly [string, string])[] {
  return [...Object.entries(variables), ...hidden.map((name) => [name, '(hidden; its value is never stored)'] as const)].toSorted(([a], [b]) => a.localeCompare(b))
}
