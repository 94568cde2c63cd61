import { DuckDBDateValue, DuckDBInstance, JsonDuckDBValueConverter } from '@duckdb/node-api'
import type { DuckDBConnection, DuckDBValueConverter, Json } from '@duckdb/node-api'

export interface EngineOptions {
  /** A database file for what can be computed again; in memory when absent. */
  readonly path?: string
  /** The only folders that SQL may read or write. Absent: no lock, for tests and tools. */
  readonly allowed?: readonly string[]
  readonly temporary?: string
  readonly memory?: string
  readonly temporaryLimit?: string
  readonly threads?: number
}

export interface Question {
  readonly text: string
  readonly signal?: AbortSignal
  /** Long work: its own connections, so that windows never wait behind it. */
  readonly background?: boolean
  /** Share done, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

export interface Answer {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** JSON values: 64-bit integers and decimals as exact strings, NaN and infinities as strings. */
  readonly rows: readonly (readonly unknown[])[]
  readonly ms: number
}

export async function openEngine(options: EngineOptions = {}) {
  const instance = await DuckDBInstance.create(options.path ?? ':memory:', {
    ...(options.memory ? { memory_limit: options.memory } : {}),
    ...(options.threads ? { threads: String(options.threads) } : {}),
  })
  const first = await instance.connect()
  for (const statement of settings(options)) await first.run(statement)
  first.closeSync()

  const idle = { interactive: [] as DuckDBConnection[], background: [] as DuckDBConnection[] }
  const take = async (kind: keyof typeof idle) => idle[kind].pop() ?? (await connected(instance))

  async function read({ text, signal, background, onProgress }: Question): Promise<Answer> {
    signal?.throwIfAborted()
    const kind = background ? 'background' : 'interactive'
    const connection = await take(kind)
    const interrupt = () => connection.interrupt()
    signal?.addEventListener('abort', interrupt, { once: true })
    const timer = onProgress && setInterval(() => onProgress(Math.max(0, connection.progress.percentage) / 100), 200)
    const began = performance.now()
    try {
      signal?.throwIfAborted()
      const reader = await connection.runAndReadAll(text)
      const types = reader.columnTypes()
      const columns = reader.columnNames().map((name, i) => ({ name, type: String(types[i]) }))
      return { columns, rows: reader.convertRows(asJson), ms: performance.now() - began }
    } finally {
      clearInterval(timer)
      signal?.removeEventListener('abort', interrupt)
      if (idle[kind].length < 4) idle[kind].push(connection)
      else connection.closeSync()
    }
  }

  return { read, close: () => instance.closeSync() }
}

/** The library's words for a value, but for infinite dates, which it takes for days, and for types that it does not know. */
const asJson: DuckDBValueConverter<Json> = (value, type) => {
  if (value instanceof DuckDBDateValue && !value.isFinite) return value.days > 0 ? 'infinity' : '-infinity'
  try {
    return JsonDuckDBValueConverter(value, type, inNested)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('No converter')) return String(value)
    throw error
  }
}

/** In a list or struct no column type tells a number from a text: whole numbers that JSON's reader can hold are numbers there. */
const inNested: DuckDBValueConverter<Json> = (value, type) => (typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : asJson(value, type, inNested))

const progress = ['enable_progress_bar', 'enable_progress_bar_print', 'progress_bar_time']

async function connected(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect()
  await connection.run('SET enable_progress_bar=true; SET enable_progress_bar_print=false; SET progress_bar_time=0')
  return connection
}

/** In the order that DuckDB's lock needs (anchors: wrangler §3.4): what must stay settable is named before the lock. */
function settings({ allowed, temporary, temporaryLimit }: EngineOptions): string[] {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`
  const speed = [
    'SET parquet_metadata_cache=true', 'SET late_materialization_max_rows=100000', 'SET dynamic_or_filter_threshold=1000',
    'SET preserve_insertion_order=true', "SET TimeZone='UTC'",
    // DuckDB 1.5.5 mixes up columns when it turns row_number() <= n over many columns into a top-n (tried: an internal fault that ends the database).
    "SET disabled_optimizers='top_n_window_elimination'",
    ...(temporary ? [`SET temp_directory=${text(temporary)}`] : []),
    ...(temporaryLimit ? [`SET max_temp_directory_size=${text(temporaryLimit)}`] : []),
  ]
  if (!allowed) return speed
  return [
    ...speed,
    `SET allowed_directories=[${allowed.map(text).join(', ')}]`,
    'SET autoinstall_known_extensions=false', 'SET autoload_known_extensions=false', 'SET allow_community_extensions=false',
    'SET enable_external_access=false', `SET allowed_configs=[${progress.map(text).join(', ')}]`, 'SET lock_configuration=true',
  ]
}
