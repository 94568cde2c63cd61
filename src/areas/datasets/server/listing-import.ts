import { createWriteStream } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { newId } from '#lib/ids.ts'
import { literal } from '#lib/sql.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import { makeFolder } from '#node/files.ts'
import type { FieldShape } from '../domain/dataset.ts'
import { imageSize } from '../domain/image-size.ts'
import { copySql } from './imported.ts'
import type { Import, Imported } from './imported.ts'
import { readHead } from './encoding.ts'
import type { SourceFile } from './sources.ts'

const shared: readonly FieldShape[] = [{ name: 'path', type: 'VARCHAR' }, { name: 'label', type: 'VARCHAR' }, { name: 'bytes', type: 'BIGINT' }]
export const imageColumns: readonly FieldShape[] = [...shared, { name: 'width', type: 'INTEGER' }, { name: 'height', type: 'INTEGER' }]
export const textColumns: readonly FieldShape[] = [...shared, { name: 'text', type: 'VARCHAR' }]

/** A folder of images or texts as a table: path, the folder it lies in as its label, bytes, and the size in pixels or the text. */
export async function importListing({ duck, root, source, stage, signal, report }: Import): Promise<Imported> {
  const columns = source.format === 'images' ? imageColumns : textColumns
  const temporary = join(root, '.atelier', 'tmp', `${newId('listing')}.ndjson`)
  await makeFolder(dirname(temporary))
  const rowOf = source.format === 'images' ? imageRow : textRow
  try {
    await pipeline(async function* rows() {
      for (const [i, file] of source.files.entries()) {
        if (i % 50 === 0) report(i / source.files.length, `Looking at ${source.files.length} files`)
        yield `${JSON.stringify(Object.fromEntries((await rowOf(file, source.source)).map((value, at) => [`c${at}`, value])))}\n`
      }
    }, createWriteStream(temporary), { signal })
    const shape = columns.map(({ type }, i) => `'c${i}': '${type}'`).join(', ')
    const select = `SELECT ${columns.map((_, i) => `c${i}`).join(', ')} FROM read_json(${literal(temporary)}, format='newline_delimited', columns={${shape}})`
    await duck.read({ text: copySql(select, stage), signal, background: true }).catch((error: unknown) => { throw dataProblem(error, `Listing “${source.source}”`) })
    return { columns, rejects: 0 }
  } finally {
    await rm(temporary, { force: true })
  }
}

function labelOf(name: string, source: string): string | null {
  const folder = dirname(name)
  return folder === source || folder === '.' ? null : basename(folder)
}

async function imageRow({ path, name, size }: SourceFile, source: string): Promise<readonly unknown[]> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0)
    const pixels = imageSize(buffer.subarray(0, bytesRead))
    return [name, labelOf(name, source), size, pixels?.width ?? null, pixels?.height ?? null]
  } finally {
    await file.close()
  }
}

const longest = 1 << 20

async function textRow({ path, name, size }: SourceFile, source: string): Promise<readonly unknown[]> {
  if (size === 0) return [name, labelOf(name, source), size, '']
  const { encoding } = await readHead(path, { size: 1 << 16 })
  return [name, labelOf(name, source), size, new TextDecoder(encoding).decode((await readFile(path)).subarray(0, longest))]
}
