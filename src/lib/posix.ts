/** Python's posixpath.normpath: `a//b/../c` is `a/c`, nothing is `.`, two leading slashes stay. */
export function normalPath(path: string): string {
  const lead = /^\/\/(?!\/)/.test(path) ? '//' : path.startsWith('/') ? '/' : ''
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..' || (kept.length === 0 ? lead === '' : kept.at(-1) === '..')) kept.push(part)
    else kept.pop()
  }
  return `${lead}${kept.join('/')}` || '.'
}
