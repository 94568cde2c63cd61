import { endingOf, nameOf } from '../domain/names.ts'

const images = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'bmp', 'ico', 'svg'])
const json = new Set(['json', 'geojson', 'ipynb', 'jsonl', 'ndjson'])
const markdown = new Set(['md', 'markdown'])
const binary = new Set(['parquet', 'arrow', 'feather', 'zip', 'gz', 'tgz', 'bz2', 'xz', 'zst', '7z', 'tar', 'pdf', 'xlsx', 'xls', 'docx', 'pptx', 'db', 'sqlite', 'duckdb', 'npy', 'npz', 'pkl', 'pt', 'pth', 'onnx', 'h5', 'safetensors', 'so', 'dll', 'exe', 'bin', 'woff', 'woff2', 'ttf', 'mp3', 'mp4', 'wav', 'webm', 'mov', 'avi'])

export function isImage(path: string): boolean {
  return images.has(endingOf(path))
}

export function isJson(path: string): boolean {
  return json.has(endingOf(path))
}

export function isMarkdown(path: string): boolean {
  return markdown.has(endingOf(path))
}

/** All but what is known not to be text; a file without an ending is tried. */
export function mayBeText(path: string): boolean {
  return !binary.has(endingOf(path)) && (!isImage(path) || nameOf(path).endsWith('.svg'))
}
