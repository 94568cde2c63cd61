import { Package, Search } from 'lucide-react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { Chip } from '#kit/Chip.tsx'
import { Empty } from '#kit/Empty.tsx'
import { TextField } from '#kit/TextField.tsx'
import { plural } from '#lib/words.ts'
import { packagesFound } from '../domain/find-packages.ts'
import type { Environment } from './environment-file.ts'

/** What is installed, searched by name; the rows are virtual. */
export function PackagesTab({ environment: { name, packages, state, kind }, finding, query, onQuery }: { readonly environment: Environment; readonly finding: number; readonly query: string; readonly onQuery: (query: string) => void }) {
  if (packages.length === 0) return <Empty icon={Package} title="No packages" text={state === 'ready' ? 'Nothing is installed in it but Python itself.' : 'They are known when it is built.'} />
  const found = packagesFound(packages, query)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-none items-center gap-3 px-4 py-2">
        <div className="w-[280px]"><TextField key={finding} label="Find a package" hideLabel type="search" icon={Search} placeholder="Find a package" value={query} onChange={onQuery} autoFocus={finding > 0} /></div>
        <span className="text-s text-ink-2" role="status">{found.length === packages.length ? plural(packages.length, 'package') : `${found.length} of ${plural(packages.length, 'package')}`}</span>
      </div>
      <div className="tr h flex-none grid-cols-[minmax(0,240px)_120px_minmax(0,1fr)]" aria-hidden="true"><span>Package</span><span>Version</span><span /></div>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 28 }}>
        <GridList aria-label={`Packages of ${name}`} items={found.map((one) => ({ ...one, id: one.name }))} className="min-h-0 flex-1 overflow-auto -outline-offset-2" renderEmptyState={() => <p className="p-4 text-s text-ink-2">No package matches “{query}”.</p>}>
          {(one) => (
            <GridListItem textValue={`${one.name} ${one.version}`} className="tr h-[28px] grid-cols-[minmax(0,240px)_120px_minmax(0,1fr)] text-s -outline-offset-2 data-hovered:bg-hover">
              <div className="contents"><span className="clip">{one.name}</span><span className="clip font-mono">{one.version}</span><span className="flex">{kind !== 'adopted' && one.declared && <Chip kind="accent">declared</Chip>}</span></div>
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </div>
  )
}
