import type { Version } from '#areas/datasets/domain/dataset.ts'
import { uniqueNames } from '../columns.ts'
import type { Column } from '../columns.ts'

const most = 20

/** What a script reads and where it runs, as comments that go before it. */
export function headerOf({ version, workspace, columns, mark, needs }: { readonly version: Pick<Version, 'dataset' | 'version' | 'source' | 'format'>; /** The folder that the paths start from. */ readonly workspace: string; readonly columns: readonly Column[]; readonly mark: '#' | '--'; /** What must be installed. */ readonly needs?: string }): string {
  const renamed = renamedIn(columns)
  const lines = [
    `Data set: ${version.dataset}, version ${version.version}`,
    `Source: ${sourceWords(version)}`,
    `Run in: ${workspace} (the workspace folder; the paths below start there)`,
    ...(needs ? [`Needs: ${needs}`] : []),
    ...(renamed.length > 0 ? [`Columns renamed: ${renamed.slice(0, most).join(', ')}${renamed.length > most ? ` and ${renamed.length - most} more` : ''}`] : []),
  ]
  return lines.map((line) => `${mark} ${line.replaceAll(/\s+/g, ' ')}\n`).join('')
}

function sourceWords({ source, format }: Pick<Version, 'source' | 'format'>): string {
  if (source.startsWith('.atelier/')) return `published by Atelier, kept in ${source}`
  return format === 'parquet' ? `${source}, read in place` : `${source}, read here from the copy that Atelier made of it under .atelier/datasets`
}

/** Names that stand twice in the source, or not at all, get one of their own. */
function renamedIn(columns: readonly Column[]): string[] {
  const names = uniqueNames(columns)
  return columns.flatMap(({ id, name }, i) => (names.get(id) === name ? [] : [`${name.trim() === '' ? 'the unnamed' : `“${name}”`} at place ${i + 1} is ${names.get(id) ?? id}`]))
}
