import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import type { useImport } from './useImport.ts'
import { bytesOf, formatWords, plural } from './words.ts'

/** What is imported, under which name, and the button that does it. */
export function ImportBar({ work: { path, sniffed: { data }, standing, show, name, named, setName, ready, begin } }: { readonly work: ReturnType<typeof useImport> }) {
  return (
    <Toolbar label="Import">
      <h1 className="ttl clip" title={path}>{path.split('/').at(-1)}</h1>
      {data && <Chip>{formatWords[data.format]}</Chip>}
      {data && <span className="text-s text-ink-2">{data.files > 1 ? `${plural(data.files, 'file')} · ` : ''}{bytesOf(data.bytes)}</span>}
      {standing && <Button variant="ghost" size="s" onPress={() => show(standing.name)}>Registered as {standing.name} v{standing.latest.version}</Button>}
      <span className="sp" />
      {data && !named && <span className="text-xs text-bad">Letters, digits, spaces, . _ - only</span>}
      <div className="w-[220px]"><TextField label="Name of the data set" hideLabel value={name} onChange={setName} placeholder="Name" /></div>
      <Button variant="primary" disabled={!ready} onPress={begin}>{standing && name === standing.name ? 'Import as new version' : 'Import'}</Button>
    </Toolbar>
  )
}
