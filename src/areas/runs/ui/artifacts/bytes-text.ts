/** `512 B`, `3.4 kB`, `1.2 GB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [unit, size] = bytes < 1e6 ? ['kB', 1e3] as const : bytes < 1e9 ? ['MB', 1e6] as const : ['GB', 1e9] as const
  const value = bytes / size
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`
}
