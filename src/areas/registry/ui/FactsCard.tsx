import type { ReactNode } from 'react'
import { Chip } from '#kit/Chip.tsx'
import { Markdown } from '#kit/Markdown.tsx'
import type { VersionDetail } from '../domain/registered.ts'
import { useRegistry } from './useRegistry.ts'
import { bytesOf, when } from './words.ts'

/** Where the version came from and what it is. */
export function FactsCard({ version }: { readonly version: VersionDetail }) {
  const { desk } = useRegistry()
  const { run, runName, loggedModel, folder, description, params, tags } = version
  return (
    <section className="card" aria-labelledby="facts-head">
      <h2 id="facts-head">About</h2>
      {description && <div className="px-3 pt-2 text-s"><Markdown text={description} /></div>}
      <dl className="grid grid-cols-[110px_minmax(0,1fr)] gap-x-3 gap-y-1.5 p-3 text-s">
        <Fact name="Run">{run ? <button type="button" className="clip block max-w-full rounded-1 text-left text-accent hover:underline" onClick={() => desk.open('run', { run })}>{runName ?? run}</button> : 'none of this workspace'}</Fact>
        {loggedModel && <Fact name="Logged model"><code className="clip block font-mono text-xs" title={loggedModel}>{loggedModel}</code></Fact>}
        <Fact name="Source"><code className="clip block font-mono text-xs" title={version.source}>{version.source}</code></Fact>
        <Fact name="Registered">{when(version.created)} by {version.by}</Fact>
        {version.bytes !== null && <Fact name="Size">{bytesOf(version.bytes)}</Fact>}
        {folder && folder.flavors.length > 0 && <Fact name="Flavors"><span className="flex flex-wrap gap-1">{folder.flavors.map(({ name }) => <Chip key={name}>{name}</Chip>)}</span></Fact>}
        {tags.length > 0 && <Fact name="Tags"><span className="flex flex-wrap gap-1">{tags.map(({ key, value }) => <Chip key={key} title={`${key} = ${value}`}>{value ? `${key}: ${value}` : key}</Chip>)}</span></Fact>}
      </dl>
      {params.length > 0 && (
        <>
          <h3 className="!pt-0">Parameters <small>{params.length}</small></h3>
          <div className="max-h-[260px] overflow-auto py-2" role="region" aria-label="Parameters" tabIndex={0}>
            <table className="w-full text-s"><tbody>{params.map(({ key, value }) => <tr key={key} className="h-7 border-t border-line"><th scope="row" className="max-w-[160px] px-3 text-left font-normal"><span className="clip block" title={key}>{key}</span></th><td className="num max-w-[200px] px-3"><span className="clip block" title={value}>{value}</span></td></tr>)}</tbody></table>
          </div>
        </>
      )}
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <><dt className="text-ink-2">{name}</dt><dd className="min-w-0">{children}</dd></>
}
