/** The workspace path that a link in a document of that folder means; undefined for what leads elsewhere. */
export function resolved(folder: string, link: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(link)) return undefined
  const [bare = ''] = link.split(/[?#]/)
  const steps = bare.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of plain(bare).split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined
    if (step !== '' && step !== '.' && step !== '..') steps.push(step)
  }
  return steps.length === 0 ? undefined : steps.join('/')
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
