import { titleOf } from '../domain/evidence.ts'
import type { Evidence } from '../domain/policy.ts'
import { EvidenceMark } from './EvidenceMark.tsx'

/** How both sides stand under the policies of their models. */
export function ComparedEvidence({ left, right, all }: { readonly left: readonly Evidence[]; readonly right: readonly Evidence[]; readonly all: boolean }) {
  const ids = [...new Set([...left, ...right].map(({ item }) => item.id))]
  const pairs = ids.map((id) => ({ id, a: left.find(({ item }) => item.id === id), b: right.find(({ item }) => item.id === id) }))
  const shown = all ? pairs : pairs.filter(({ a, b }) => a?.state !== b?.state)
  if (pairs.length === 0) return null
  return (
    <section className="card">
      <h2>Evidence <small>{met(left)} of {left.length} met at the left, {met(right)} of {right.length} at the right</small></h2>
      {shown.length > 0 && (
        <table className="mt-2 w-full table-fixed text-s">
          <caption className="sr-only">Evidence</caption>
          <colgroup><col className="w-[204px]" /><col /><col /><col className="w-[120px]" /></colgroup>
          <tbody>
            {shown.map(({ id, a, b }) => {
              const item = (a ?? b)?.item
              return <tr key={id} className="border-t border-line"><th scope="row" className="px-3 py-1 text-left font-normal">{item && titleOf(item)}</th><Side evidence={a} /><Side evidence={b} /><td /></tr>
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Side({ evidence }: { readonly evidence: Evidence | undefined }) {
  return <td className="px-3 py-1">{evidence ? <span className="flex items-center gap-2"><EvidenceMark state={evidence.state} words /><span className="text-ink-2">{evidence.found}</span></span> : <span className="text-ink-3">not asked for</span>}</td>
}

function met(evidence: readonly Evidence[]): number {
  return evidence.filter(({ state }) => state === 'met').length
}
