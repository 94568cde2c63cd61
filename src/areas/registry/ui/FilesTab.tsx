import { Database, TriangleAlert } from 'lucide-react'
import type { VersionDetail } from '../domain/registered.ts'
import { FileDialog } from './FileDialog.tsx'
import { FilesCard } from './FilesCard.tsx'
import { useRegistry } from './useRegistry.ts'

/** What it was trained on, what it needs to run, and the files it is. */
export function FilesTab({ version, path, onPath }: { readonly version: VersionDetail; readonly path: string; readonly onPath: (path: string) => void }) {
  const { folder } = version
  return (
    <div className="grid grid-cols-1 items-start gap-4 p-4 min-[1100px]:grid-cols-2">
      {folder && folder.warnings.length > 0 && (
        <ul className="col-span-full flex flex-col gap-1 rounded-2 bg-warn-soft p-3 text-s" aria-label="Warnings">{folder.warnings.map((warning) => <li key={warning} className="flex gap-2"><TriangleAlert size={15} className="mt-0.5" aria-hidden />{warning}</li>)}</ul>
      )}
      <div className="flex min-w-0 flex-col gap-4"><DataCard version={version} /><EnvironmentCard version={version} /></div>
      <FilesCard version={version} onPath={onPath} />
      {path !== '' && <FileDialog key={path} version={version} path={path} onClose={() => onPath('')} />}
    </div>
  )
}

function DataCard({ version: { datasets, run } }: { readonly version: VersionDetail }) {
  const { desk } = useRegistry()
  return (
    <section className="card" aria-labelledby="data-head">
      <h2 id="data-head">Data <small>what the run said it read</small></h2>
      {datasets.length === 0 && <p className="p-3 text-s text-ink-2">{run ? 'The run named no data set. Name it with mlflow.log_input(mlflow.data.from_pandas(df, name=…)).' : 'No run of this workspace made it, so that its data is not known.'}</p>}
      {datasets.length > 0 && (
        <table className="mt-2 w-full text-s">
          <caption className="sr-only">Data sets</caption>
          <thead className="text-xs text-ink-2"><tr className="h-7"><th scope="col" className="px-3 text-left font-semibold">Name</th><th scope="col" className="px-3 text-left font-semibold">Used for</th><th scope="col" className="px-3 text-left font-semibold">Digest</th><th scope="col" className="px-3 text-left font-semibold">Version here</th></tr></thead>
          <tbody>
            {datasets.map(({ name, digest, context, dataset, datasetVersion }, i) => (
              <tr key={i} className="h-8 border-t border-line">
                <th scope="row" className="px-3 text-left font-normal">{name}</th><td className="px-3">{context ?? '–'}</td><td className="px-3 font-mono text-xs">{digest}</td>
                <td className="px-3">{dataset === null ? <span className="text-ink-2">not in this workspace</span> : <button type="button" className="inline-flex items-center gap-1 rounded-1 text-accent hover:underline" onClick={() => desk.open('dataset', { dataset, version: String(datasetVersion ?? '') })}><Database size={13} aria-hidden />{dataset} v{datasetVersion}</button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function EnvironmentCard({ version: { folder } }: { readonly version: VersionDetail }) {
  return (
    <section className="card" aria-labelledby="environment-head">
      <h2 id="environment-head">Environment <small>{folder?.python ? `Python ${folder.python}` : 'Python version not recorded'}{folder?.mlflowVersion ? ` · MLflow ${folder.mlflowVersion}` : ''}</small></h2>
      {folder && folder.requirements.length > 0 ? <ul className="flex flex-col gap-0.5 p-3 font-mono text-xs" aria-label="Requirements">{folder.requirements.map((line) => <li key={line}>{line}</li>)}</ul> : <p className="p-3 text-s text-ink-2">No requirements are recorded.</p>}
    </section>
  )
}
