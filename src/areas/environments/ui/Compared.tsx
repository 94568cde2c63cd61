import { changeOf } from '../domain/compare.ts'
import type { Difference } from '../domain/compare.ts'

/** Things of both sides by name; what differs is said by a word, too. */
export function Compared({ title, differences, all }: { readonly title: string; readonly differences: readonly Difference[]; readonly all: boolean }) {
  const differing = differences.filter((one) => changeOf(one) !== 'same')
  const shown = all ? differences : differing
  if (differences.length === 0) return null
  return (
    <section className="card" aria-label={title}>
      <h2>{title} <small>{summaryOf(differences)}</small></h2>
      {shown.length > 0 && (
        <table className="mt-2 w-full table-fixed text-s">
          <caption className="sr-only">{title}</caption>
          <colgroup><col className="w-[204px]" /><col /><col /><col className="w-[100px]" /></colgroup>
          <tbody>
            {shown.map((one) => {
              const change = changeOf(one)
              return (
                <tr key={one.name} className="border-t border-line">
                  <th scope="row" className="px-3 py-1 text-left align-top font-normal"><span className="clip block" title={one.name}>{one.name}</span></th>
                  <Side text={one.left} /><Side text={one.right} marked={change !== 'same'} />
                  <td className="px-3 py-1 text-right text-xs text-ink-2">{change}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Side({ text, marked = false }: { readonly text: string | null; readonly marked?: boolean }) {
  return <td className={`px-3 py-1 align-top font-mono text-xs leading-5 wrap-anywhere ${marked ? 'bg-accent-soft' : ''}`}>{text ?? <span className="text-ink-2">–</span>}</td>
}

function summaryOf(differences: readonly Difference[]): string {
  const count = (wanted: string) => differences.filter((one) => changeOf(one) === wanted).length
  const said = (['added', 'removed', 'changed'] as const).flatMap((change) => (count(change) > 0 ? [`${count(change)} ${change}`] : []))
  return said.length === 0 ? `${differences.length} alike` : `${said.join(', ')}, ${count('same')} alike`
}
