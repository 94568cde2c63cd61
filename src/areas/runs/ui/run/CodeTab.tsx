import { useQuery } from '@tanstack/react-query'
import { CodeView } from '#kit/CodeView.tsx'
import { DiffView } from '#kit/DiffView.tsx'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { KeyValue, RunDetail } from '../../domain/run.ts'
import { KeyValues } from './KeyValues.tsx'

/** What ran: source, commit, what was not committed, and the packages it ran with. */
export function CodeTab({ run }: { readonly run: RunDetail }) {
  const tag = (key: string) => run.tags.find((one) => one.key === key)?.value
  const facts: KeyValue[] = [
    ['Source', tag('mlflow.source.name')], ['Kind', tag('mlflow.source.type')], ['Commit', tag('mlflow.source.git.commit')], ['Branch', tag('mlflow.source.git.branch')],
    ['Repository', tag('mlflow.source.git.repoURL')], ['Uncommitted changes', tag('atelier.git.dirty')], ['User', run.user], ['Artifacts', run.artifactUri],
  ].flatMap(([key, value]) => (key && value ? [{ key, value }] : []))
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-paper p-3" role="region" aria-label="Code and environment" tabIndex={0}>
      <div className="mx-auto flex max-w-[1000px] flex-col gap-3">
        <section className="card"><h2>Code</h2><KeyValues label="Code" rows={facts} none="The run said nothing of its code." /></section>
        <Kept run={run.id} path="code/uncommitted.diff" title="Not committed when it ran" language="diff" none="No diff was kept: the code was committed, or what started the run kept none." />
        <Kept run={run.id} path="environment/requirements.txt" title="Environment" language="ini" none="The run kept no list of its packages." />
      </div>
    </div>
  )
}

function Kept({ run, path, title, language, none }: { readonly run: string; readonly path: string; readonly title: string; readonly language: string; readonly none: string }) {
  const { data, isPending } = useQuery({ ...asking(runs.artifactText, { run, path }), retry: false })
  return (
    <section className="card">
      <h2>{title} <small>{data ? path : ''}</small></h2>
      <div className="px-3 pb-3 pt-2">{data && language === 'diff' && <DiffView diff={data.text} label={title} className="max-h-[480px]" />}{data && language !== 'diff' && <CodeView code={data.text} language={language} label={title} className="max-h-[480px] overflow-auto" />}{!data && <p className="text-s text-ink-2">{isPending ? 'Reading …' : none}</p>}</div>
    </section>
  )
}
