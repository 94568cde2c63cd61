const key = 'atelier:files:open'

/** Which folders stand open outlives a reload; the browser keeps it, because it is a matter of taste and not of work. */
export function keepOpenFolders(folders: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(folders))
  } catch {
    localStorage.removeItem(key)
  }
}

export function keptOpenFolders(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : []
  } catch {
    return []
  }
}
