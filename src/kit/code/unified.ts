export interface DiffLine { readonly kind: 'file' | 'hunk' | 'added' | 'removed' | 'same'; readonly text: string }

/** The lines of a unified diff, file by file. */
export function unifiedFiles(diff: string): readonly (readonly DiffLine[])[] {
  const files: DiffLine[][] = []
  let inHunk = false
  const lines = diff.replace(/\n$/, '').split('\n')
  for (const [i, text] of lines.entries()) {
    const named = text.startsWith('--- ') && lines[i + 1]?.startsWith('+++ ') === true
    if (i === 0 || text.startsWith('diff --git ') || (named && files.at(-1)?.some(({ kind }) => kind !== 'file'))) {
      files.push([])
      inHunk = false
    }
    inHunk ||= text.startsWith('@@ ')
    files.at(-1)?.push({ kind: kindOf(text, inHunk), text })
  }
  return files
}

const aboutFile = /^(?:diff --git|index|---|\+\+\+|new file|deleted file|old mode|new mode|rename|copy|similarity|dissimilarity|Binary) /

function kindOf(text: string, inHunk: boolean): DiffLine['kind'] {
  if (text.startsWith('@@ ')) return 'hunk'
  if (!inHunk && aboutFile.test(text)) return 'file'
  return text.startsWith('+') ? 'added' : text.startsWith('-') ? 'removed' : 'same'
}
