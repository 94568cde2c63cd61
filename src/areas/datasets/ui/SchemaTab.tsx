import { Search } from 'lucide-react'
import { useState } from 'react'
import { typeChip } from '#kit/grid/type-chip.ts'
import { TextField } from '#kit/TextField.tsx'
import type { Version } from '../domain/dataset.ts'
import { uniqueNames } from '../domain/unique-names.ts'
import { plural } from './words.ts'

const most = 500

export function SchemaTab({ version }: { readonly version: Version }) {
  const [filter, setFilter] = useState('')
  const unique = uniqueNames(version.columns.map(({ name }) => name))
  const fitting = version.columns.map((column, at) => ({ ...column, at })).filter(({ name, type }) => `${name} ${type}`.toLowerCase().includes(filter.toLowerCase()))
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-4">
      <div className="flex items-center gap-3"><div className="w-[260px]"><TextField label="Find a column" hideLabel icon={Search} type="search" placeholder="Find a column" value={filter} onChange={setFilter} /></div><span className="text-s text-ink-2">{plural(version.columns.length, 'column')}</span></div>
      <div className="min-h-0 flex-1 overflow-auto rounded-2 border border-line bg-surface" role="region" aria-label="Columns" tabIndex={0}>
        <table className="w-full text-s">
          <thead className="sticky top-0 bg-paper text-xs text-ink-2"><tr className="h-7 text-left"><th scope="col" className="w-14 px-3 text-right font-semibold">No.</th><th scope="col" className="px-3 font-semibold">Column</th><th scope="col" className="px-3 font-semibold">Type</th></tr></thead>
          <tbody>
            {fitting.slice(0, most).map(({ name, type, at }) => (
              <tr key={at} className="h-7 border-t border-line">
                <td className="num px-3 text-ink-3">{at + 1}</td>
                <td className="max-w-[420px] px-3"><span className="clip block" title={name}>{name || <i className="mut">(no name)</i>}{unique[at] !== name && <small className="mut ml-2">{unique[at]} in code and exports</small>}</span></td>
                <td className="px-3"><span className="mr-2 inline-block rounded-1 border border-line px-1 font-mono text-xs text-ink-2">{typeChip(type)}</span><span className="font-mono text-ink-2">{type}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
        {fitting.length > most && <p className="p-3 text-s text-ink-2">The first {most} of {fitting.length} columns. Type above to find another.</p>}
        {fitting.length === 0 && <p className="p-3 text-s text-ink-2">No column matches “{filter}”.</p>}
      </div>
    </div>
  )
}
