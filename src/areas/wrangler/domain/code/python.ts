import { uniqueNames } from '../columns.ts'
import type { Column, ColumnId } from '../columns.ts'
import { contextOf, kindOf } from '../compile.ts'
import type { Stage } from '../compile.ts'
import type { Python, Table } from '../step-kind.ts'
import { pandasPrelude, polarsPrelude } from './prelude.ts'
import { pyString, pyValue } from './values.ts'

export interface CodeInput {
  readonly columns: readonly Column[]
  readonly stages: readonly Stage[]
  readonly tables: Readonly<Record<string, Table>>
  /** The source's Parquet files in row order, as Python finds them. */
  readonly paths: readonly string[]
  /** The files hold so many columns of the data, and others behind them. */
  readonly width?: number | undefined
}

export type Frames = 'pandas' | 'polars'

const settings: Readonly<Record<Frames, readonly string[]>> = {
  pandas: ['# NaN stays NaN; pandas would make it missing after arithmetic.', 'pd.set_option("future.distinguish_nan_and_na", True)'],
  polars: [],
}

/** A whole script: read, one block a step, and `df` holds the result under its exported names. */
export function toPython(frames: Frames, { columns, stages, tables, paths, width }: CodeInput): string {
  const rid = stages.some(({ step, problem }) => !problem && kindOf(step.op).usesRowId)
  const lines = [...settings[frames], `df = ${readingOf(frames, { paths, width })}`, namesOf(columns), ...(rid ? [numbering[frames]] : [])]
  let at: At = { columns, order: '_rid', train: undefined }
  for (const stage of stages) {
    lines.push('', ...blockOf(frames, { stage, at, tables, rid }))
    if (!stage.problem) at = stage
  }
  if (rid) lines.push('', frames === 'pandas' ? 'df = df.drop(columns=["_rid"])' : 'df = df.drop("_rid")')
  const body = lines.join('\n')
  return `${frames === 'pandas' ? pandasPrelude(body) : polarsPrelude(body)}\n${body}\n`
}

type At = Pick<Stage, 'columns' | 'order' | 'train'>

const numbering: Readonly<Record<Frames, string>> = {
  pandas: 'df["_rid"] = range(len(df))',
  polars: 'df = df.drop("_rid", strict=False).with_row_index("_rid")',
}

function blockOf(frames: Frames, { stage, at, tables, rid }: { stage: Stage; at: At; tables: CodeInput['tables']; rid: boolean }): string[] {
  const { step, change, problem, learned, notes } = stage
  if (problem || !change) return [`# ${step.id}: left out. ${problem?.message ?? ''}`]
  const kind = kindOf(step.op)
  const [labels, next] = [uniqueNames(at.columns), uniqueNames(stage.columns)]
  const python: Python = {
    context: contextOf({ step, row: { ...at, hidden: [] }, tables, learned }),
    change,
    numbered: rid,
    q: (id: ColumnId) => pyString(labels.get(id) ?? id),
    after: (id: ColumnId) => pyString(next.get(id) ?? id),
    read: (table) => readingOf(frames, tables[table] ?? { paths: [] }),
  }
  const name = (id: ColumnId) => at.columns.find((column) => column.id === id)?.name ?? id
  const moved = kind.relabels ? undefined : movedNames(frames, { labels, next, gone: at.columns, kept: stage.columns })
  return [
    `# ${kind.title}: ${kind.says(step.params, name).replaceAll('\n', ' ')}`, ...notes.map((note) => `# ${note}`),
    ...kind[frames](step.params, python),
    ...(change.kind === 'table' && rid ? [numbering[frames]] : []),
    ...(moved ? [moved] : []),
  ]
}

/** An expression that reads the files, in their order; of an imported text file, what was amiss stands behind the data. */
function readingOf(frames: Frames, { paths, width }: Pick<CodeInput, 'paths' | 'width'>): string {
  const cut = width === undefined ? '' : frames === 'pandas' ? `.iloc[:, :${width}]` : `[:, :${width}]`
  return `${filesOf(frames, paths)}${cut}`
}

function filesOf(frames: Frames, paths: readonly string[]): string {
  const [only] = paths
  if (paths.length === 1 && only !== undefined) return frames === 'pandas' ? `pd.read_parquet(${pyString(only)}, dtype_backend="pyarrow")` : `pl.read_parquet(${pyString(only)})`
  const list = numbered(paths) ?? pyValue(paths)
  return frames === 'pandas' ? `pd.concat([pd.read_parquet(path, dtype_backend="pyarrow") for path in ${list}], ignore_index=True)` : `pl.read_parquet(${list})`
}

/** `0.parquet`, `1.parquet` … of one folder as a comprehension. */
function numbered(paths: readonly string[]): string | undefined {
  const folder = /^(.*)\/0\.parquet$/.exec(paths[0] ?? '')?.[1]
  if (folder === undefined || /[{}]/.test(folder) || !paths.every((path, i) => path === `${folder}/${i}.parquet`)) return undefined
  return `[f${pyString(`${folder}/{i}.parquet`)} for i in range(${paths.length})]`
}

/** A name that another column frees (`x_2` becomes `x` when the first `x` is dropped) is put right after the step. */
function movedNames(frames: Frames, { labels, next, gone, kept }: { labels: ReadonlyMap<string, string>; next: ReadonlyMap<string, string>; gone: readonly Column[]; kept: readonly Column[] }): string | undefined {
  const before = new Map(gone.map((column) => [column.id, column.name]))
  const moved = kept.filter((column) => before.get(column.id) === column.name && labels.get(column.id) !== next.get(column.id))
  if (moved.length === 0) return undefined
  const pairs = moved.map(({ id }) => `${pyString(labels.get(id) ?? id)}: ${pyString(next.get(id) ?? id)}`).join(', ')
  return frames === 'pandas' ? `df = df.rename(columns={${pairs}})` : `df = df.rename({${pairs}})`
}

function namesOf(columns: readonly Column[]): string {
  return `df.columns = [${[...uniqueNames(columns).values()].map(pyString).join(', ')}]`
}
