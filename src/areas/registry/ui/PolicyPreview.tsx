import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { titleOf } from '../domain/evidence.ts'
import type { Policy } from '../domain/policy.ts'
import { ApprovalMark } from './ApprovalMark.tsx'
import { EvidenceMark } from './EvidenceMark.tsx'
import { useRegistry } from './useRegistry.ts'

/** How every version would stand under the policy as it is written now. */
export function PolicyPreview({ model, policy, draft }: { readonly model: string; readonly policy: Policy; readonly draft: boolean }) {
  const { openVersion } = useRegistry()
  const { data: versions, error, refetch } = useQuery({ ...asking(registry.previewPolicy, { model, policy }), placeholderData: keepPreviousData })
  const items = versions?.[0]?.evidence.map(({ item }) => item) ?? policy.items
  return (
    <section className="card self-start" aria-labelledby="preview-head">
      <h2 id="preview-head">How the versions stand <small>{draft ? 'under what is written here, before it is saved' : 'under the policy as it is'}</small></h2>
      {error && <div className="p-3"><ProblemNote error={error} onRetry={() => void refetch()} /></div>}
      {!versions && !error && <div className="p-3"><Skeleton lines={4} height={24} label="Trying the policy" /></div>}
      {versions?.length === 0 && <p className="p-3 text-s text-ink-2">There is no version to try it on.</p>}
      {versions && versions.length > 0 && (
        <div className="overflow-auto pt-2" role="region" aria-label="How the versions stand" tabIndex={0}>
          <table className="w-full text-s">
            <thead className="text-xs text-ink-2">
              <tr className="align-bottom">
                <th scope="col" className="px-3 py-1 text-left font-semibold">Version</th><th scope="col" className="px-2 py-1 text-left font-semibold">Now</th><th scope="col" className="px-2 py-1 text-right font-semibold">Met</th>
                {items.map((item) => <th key={item.id} scope="col" className="max-w-[120px] px-2 py-1 text-left font-medium" title={titleOf(item)}><span className="line-clamp-3 min-w-[72px]">{titleOf(item)}</span></th>)}
              </tr>
            </thead>
            <tbody>
              {versions.map(({ version, approval, evidence }) => (
                <tr key={version} className="h-9 border-t border-line">
                  <th scope="row" className="px-3 text-left font-medium"><button type="button" className="rounded-1 text-accent hover:underline" onClick={() => openVersion({ model, version })}>v{version}</button></th>
                  <td className="px-2"><ApprovalMark approval={approval} /></td>
                  <td className="num whitespace-nowrap px-2">{evidence.filter(({ state }) => state === 'met').length} of {evidence.length}</td>
                  {evidence.map(({ item, state, found }) => <td key={item.id} className="max-w-[130px] px-2"><span className="flex min-w-0 items-center gap-1" title={found}><EvidenceMark state={state} /><span className="clip text-xs text-ink-2">{found.split(/[ ;]/)[0]}</span></span></td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="p-3 text-xs text-ink-3">Numbers are the last of each metric, exact. NaN and what was never logged do not count as met.</p>
    </section>
  )
}
