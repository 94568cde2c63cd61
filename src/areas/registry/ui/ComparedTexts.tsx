import type { TextDelta } from '../domain/difference.ts'

/** Texts of both sides by key; what differs is marked by a word in front, for those who do not see the shade. */
export function ComparedTexts({ title, deltas, all, note }: { readonly title: string; readonly deltas: readonly TextDelta[]; readonly all: boolean; readonly note?: string }) {
  const differing = deltas.filter(({ same }) => !same)
  const shown = all ? deltas : differing
  if (deltas.length === 0) return null
  return (
    <section className="card">
      <h2>{title} <small>{differing.length === 0 ? `${deltas.length} alike` : `${differing.length} of ${deltas.length} differ`}{note ? `, ${note}` : ''}</small></h2>
      {shown.length > 0 && (
        <table className="mt-2 w-full table-fixed text-s">
          <caption className="sr-only">{title}</caption>
          <colgroup><col className="w-[204px]" /><col /><col /><col className="w-[120px]" /></colgroup>
          <tbody>
            {shown.map(({ key, left, right, same }) => (
              <tr key={key} className="border-t border-line">
                <th scope="row" className="px-3 py-1 text-left align-top font-normal"><span className="clip block" title={key}>{key}</span></th>
                <Side text={left} /><Side text={right} marked={!same} />
                <td className="px-3 py-1 text-right text-xs text-ink-2">{same ? 'same' : left === null ? 'added' : right === null ? 'gone' : 'changed'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Side({ text, marked = false }: { readonly text: string | null; readonly marked?: boolean }) {
  return <td className={`break-words px-3 py-1 align-top font-mono text-xs ${marked ? 'bg-accent-soft' : ''}`}>{text ?? <span className="text-ink-3">–</span>}</td>
}
