import type { VersionDetail } from '../domain/registered.ts'
import { bytesOf, plural } from './words.ts'

/** The files that a version is; each opens. */
export function FilesCard({ version: { folder, source }, onPath }: { readonly version: VersionDetail; readonly onPath: (path: string) => void }) {
  return (
    <section className="card" aria-labelledby="files-head">
      <h2 id="files-head">Files {folder && <small>{plural(folder.files.length, 'file')} · {bytesOf(folder.bytes)}</small>}</h2>
      {!folder && <p className="p-3 text-s text-ink-2">The files are not in reach: <code className="font-mono text-xs">{source}</code> is not on this machine, or was removed.</p>}
      {folder && (
        <div className="mt-2 max-h-[70vh] overflow-auto" role="region" aria-label="Files of the model" tabIndex={0}>
          <table className="w-full text-s"><tbody>{folder.files.map(({ path, bytes }) => <tr key={path} className="h-7 border-t border-line"><th scope="row" className="max-w-[320px] px-3 text-left font-mono text-xs font-normal"><button type="button" className="clip block max-w-full rounded-1 text-left text-accent hover:underline" title={path} onClick={() => onPath(path)}>{path}</button></th><td className="num whitespace-nowrap px-3">{bytesOf(bytes)}</td></tr>)}</tbody></table>
        </div>
      )}
    </section>
  )
}
