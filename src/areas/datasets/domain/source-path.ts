import type { Format } from './dataset.ts'

const endings: readonly (readonly [RegExp, Format])[] = [
  [/\.(parquet|pq|parq)$/i, 'parquet'],
  [/\.(csv|tsv|tab|psv)(\.(gz|zst))?$/i, 'csv'],
  [/\.(ndjson|jsonl)(\.(gz|zst))?$/i, 'ndjson'],
  [/\.json(\.(gz|zst))?$/i, 'json'],
  [/\.(png|jpe?g|gif|webp|bmp|avif)$/i, 'images'],
  [/\.(txt|md|text)$/i, 'texts'],
]

/** What a file holds, by its ending; undefined for what is no data. */
export function formatOf(path: string): Format | undefined {
  return endings.find(([ending]) => ending.test(path))?.[1]
}

export function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path)
}

/** A data set's name for a source: the file's stem, or the last folder's name. */
export function nameFor(path: string): string {
  const parts = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && !/[*?{}]/.test(part))
  const stem = (parts.at(-1) ?? 'data').replace(/(\.[a-z0-9]{1,8}){1,2}$/i, '')
  const name = stem.replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ').replace(/^[^\p{L}\p{N}]+/u, '').trim().slice(0, 100)
  return name === '' ? 'data' : name
}

/** The name itself, or with the smallest number after it that is free. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const numbered = Array.from({ length: taken.size + 1 }, (_, i) => `${name.slice(0, 94)} ${i + 2}`)
  return numbered.find((candidate) => !taken.has(candidate)) ?? name
}

/** A literal path for DuckDB's readers, which take `[`, `*` and `?` for a pattern. */
export function unglobbed(path: string): string {
  return path.replaceAll(/[[*?]/g, (mark) => `[${mark}]`)
}
