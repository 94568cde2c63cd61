const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Folders first, then `part2` before `part10`; names that differ only in case keep one order. */
export function naturally<T extends { readonly kind: 'file' | 'folder'; readonly name: string }>(entries: readonly T[]): T[] {
  return entries.toSorted((a, b) => Number(a.kind === 'file') - Number(b.kind === 'file') || collator.compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The folder that holds it; `` is the workspace. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

export function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** The ending in small letters without its dot; `` when there is none. */
export function endingOf(path: string): string {
  const name = nameOf(path)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
}

/** `notes.txt` → `notes-copy.txt`, `notes-copy2.txt`, … : the first that is not taken. */
export function freeName(name: string, mark: string, taken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let n = 1; ; n++) {
    const candidate = `${stem}-${mark}${n === 1 ? '' : n}${ending}`
    if (!taken(candidate)) return candidate
  }
}

/** What is wrong with a name for something new, in words; undefined when nothing is. */
export function nameFault(name: string): string | undefined {
  if (name.trim() === '') return 'A name cannot be empty.'
  if (name === '.' || name === '..') return `“${name}” means a folder itself; choose another name.`
  if (/\p{Cc}/u.test(name)) return 'A name cannot hold line breaks or control characters.'
  if (name.includes('/') || name.includes('\\')) return 'A name cannot hold a slash.'
  if (new TextEncoder().encode(name).length > 255) return 'A name cannot be longer than 255 bytes.'
  return undefined
}

/** Paths that lie in no other of them: what a folder and a file of it come to when both are selected. */
export function outermost(paths: readonly string[]): string[] {
  const all = [...new Set(paths)]
  return all.filter((path) => !all.some((other) => path !== other && path.startsWith(`${other}/`)))
}

/** The deepest folder that holds them all. */
export function commonFolder(paths: readonly string[]): string {
  const [first = [], ...rest] = paths.map((path) => folderOf(path).split('/').filter(Boolean))
  const same = first.findIndex((part, i) => rest.some((other) => other[i] !== part))
  return (same < 0 ? first : first.slice(0, same)).join('/')
}
