export interface Dropped { readonly path: string; readonly file: File }

/** The files of a drop with their paths in dropped folders. The entries must be taken before the event is over. */
export async function filesOf(transfer: DataTransfer): Promise<Dropped[]> {
  const entries = [...transfer.items].filter(({ kind }) => kind === 'file').map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found = await Promise.all(entries.map(({ entry, file }) => (entry ? within(entry, '') : Promise.resolve(file ? [{ path: file.name, file }] : []))))
  return found.flat()
}

async function within(entry: FileSystemEntry, folder: string): Promise<Dropped[]> {
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`
  if (isFile(entry)) return [{ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) }]
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (part.length === 0) break
    all.push(...part)
  }
  return (await Promise.all(all.map((inner) => within(inner, path)))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
