import { changesBetween } from '../domain/key.ts'
import type { KeyParts } from '../domain/environment.ts'

/** Why rebuilt: what it was built from last, beside what it would be built from now. */
export function WhyCard({ parts, builtFrom, adopted }: { readonly parts: KeyParts | null; readonly builtFrom: KeyParts | null; readonly adopted: boolean }) {
  return (
    <section className="card" aria-label="Why rebuilt?">
      <h2>Why rebuilt?</h2>
      <div className="p-3 text-s"><Body parts={parts} builtFrom={builtFrom} adopted={adopted} /></div>
    </section>
  )
}

function Body({ parts, builtFrom, adopted }: { readonly parts: KeyParts | null; readonly builtFrom: KeyParts | null; readonly adopted: boolean }) {
  if (adopted) return <p className="text-ink-2">The studio does not build it; it is used as it is.</p>
  if (!parts) return <p className="text-ink-2">It cannot be built on this machine as it is declared.</p>
  if (!builtFrom) return <p className="text-ink-2">It was not built yet. It is built anew when its requirements, the files that they include, its uv.lock, the Python, the machine, the package index or the installer change.</p>
  const changes = changesBetween(builtFrom, parts)
  if (changes.length === 0) return <p className="text-ink-2">Nothing changed since it was built: what is declared now is what is built.</p>
  return (
    <ul className="flex flex-col gap-2">
      {changes.map(({ part, removed, added }) => (
        <li key={part}>
          <span className="font-medium">{part} changed</span>
          <ul className="mt-1 font-mono text-xs leading-5">
            {removed.map((line) => <li key={`-${line}`} className="wrap-anywhere"><del className="text-bad">− {line}</del></li>)}
            {added.map((line) => <li key={`+${line}`} className="wrap-anywhere"><ins className="text-good no-underline">+ {line}</ins></li>)}
          </ul>
        </li>
      ))}
    </ul>
  )
}
