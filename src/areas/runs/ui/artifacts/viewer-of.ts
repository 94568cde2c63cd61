export type Viewer = 'image' | 'page' | 'table' | 'text'

/** How an artifact is best seen, told by its name; what is no text says so itself when it is opened. */
export function viewerOf(path: string): Viewer {
  if (/\.(png|jpe?g|gif|webp|svg|bmp|ico|avif)$/i.test(path)) return 'image'
  if (/\.html?$/i.test(path)) return 'page'
  if (/\.(csv|tsv|parquet)$/i.test(path)) return 'table'
  return 'text'
}
