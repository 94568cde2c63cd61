import { Braces, Database, File, FileCode, FileImage, FileSpreadsheet, FileText, NotebookText } from 'lucide-react'
import type { Icon } from '#kit/icon.ts'
import { endingOf } from '../domain/names.ts'

const byEnding: Readonly<Record<string, Icon>> = {
  csv: FileSpreadsheet, tsv: FileSpreadsheet, parquet: FileSpreadsheet, xlsx: FileSpreadsheet, ndjson: FileSpreadsheet, jsonl: FileSpreadsheet, db: Database, sqlite: Database, duckdb: Database,
  json: Braces, geojson: Braces, yaml: Braces, yml: Braces, toml: Braces, ipynb: NotebookText, md: FileText, txt: FileText, log: FileText, rst: FileText,
  py: FileCode, sql: FileCode, ts: FileCode, tsx: FileCode, js: FileCode, jsx: FileCode, r: FileCode, sh: FileCode, html: FileCode, css: FileCode,
  png: FileImage, jpg: FileImage, jpeg: FileImage, gif: FileImage, webp: FileImage, avif: FileImage, svg: FileImage, bmp: FileImage,
}

export function iconOf(path: string): Icon {
  return byEnding[endingOf(path)] ?? File
}
