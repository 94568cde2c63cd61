import type { Version } from '../domain/document.ts'

interface Draft { readonly text: string; readonly base: Version }

/** The browser gives about five million characters to one address; larger texts are kept only while the tab is open. */
const largest = 1_000_000

/** Unsaved text outlives a reload and a crash of the page. */
export function keepDraft(path: string, draft: Draft | undefined): void {
  try {
    if (draft && draft.text.length + draft.base.text.length <= largest) localStorage.setItem(keyOf(path), JSON.stringify(draft))
    else localStorage.removeItem(keyOf(path))
  } catch {
    localStorage.removeItem(keyOf(path))
  }
}

export function keptDraft(path: string): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(keyOf(path)) ?? 'null')
    return isDraft(draft) ? draft : undefined
  } catch {
    return undefined
  }
}

function keyOf(path: string): string {
  return `atelier:draft:${path}`
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('base' in value)) return false
  const { text, base } = value
  return typeof text === 'string' && typeof base === 'object' && base !== null && 'text' in base && typeof base.text === 'string' && 'hash' in base && (typeof base.hash === 'string' || base.hash === null)
}
