/** A text under edit: what it began from, what it is now, and what stands on disk if that is something else. */
export interface Document {
  readonly base: Version
  readonly mine: string
  /** Set while the disk holds another text than the one it began from. */
  readonly theirs: Version | 'gone' | undefined
}

/** A text on disk; the hash is null when there is no such file. */
export interface Version { readonly text: string; readonly hash: string | null }

export function opened(version: Version): Document {
  return { base: version, mine: version.text, theirs: undefined }
}

export function isDirty({ base, mine }: Document): boolean {
  return mine !== base.text
}

export function edited(document: Document, mine: string): Document {
  return { ...document, mine }
}

/** What is on disk now: taken over silently while nothing was edited, told otherwise. */
export function seen(document: Document, disk: Version | 'gone'): Document {
  if (disk === 'gone') return { ...document, theirs: 'gone' }
  if (disk.hash === document.base.hash) return { ...document, theirs: undefined }
  if (disk.text === document.mine) return { base: disk, mine: disk.text, theirs: undefined }
  return isDirty(document) ? { ...document, theirs: disk } : opened(disk)
}

/** After `text` was written; what was typed meanwhile stays unsaved. */
export function saved(document: Document, written: Version): Document {
  return { base: written, mine: document.mine, theirs: undefined }
}

/** Mine replaces theirs when it is saved. */
export function kept(document: Document): Document {
  if (document.theirs === undefined) return document
  return { ...document, base: document.theirs === 'gone' ? { text: '', hash: null } : document.theirs, theirs: undefined }
}

export function taken(document: Document): Document {
  return document.theirs === undefined || document.theirs === 'gone' ? document : opened(document.theirs)
}
