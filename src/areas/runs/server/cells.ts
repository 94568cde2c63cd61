import { never } from '#lib/never.ts'
import type { Sqlite } from '#node/sqlite.ts'
import { betterOf } from '../domain/column.ts'
import type { Column } from '../domain/column.ts'
import type { Cell, Cells } from '../domain/filter/match.ts'
import type { Book, RunRow } from './book.ts'
import type { Columns, MetricColumn } from './columns.ts'
import type { Keys } from './keys.ts'
import { openLinked } from './linked.ts'

const gitTags: Readonly<Record<string, readonly string[]>> = {
  commit: ['mlflow.source.git.commit', 'mlflow.git.commit', 'mlflow.gitCommit'],
  branch: ['mlflow.source.git.branch', 'mlflow.git.branch', 'mlflow.gitBranch'],
  dirty: ['atelier.git.dirty', 'mlflow.git.dirty'],
  source: ['mlflow.source.name'],
}

/** How to read any column of any run, by row. */
export function openCells({ sqlite, book, columns, keys }: { readonly sqlite: Sqlite; readonly book: Book; readonly columns: Columns; readonly keys: Keys }) {
  const linked = openLinked(sqlite)
  const atStep = sqlite.db.prepare('SELECT value, is_nan FROM run_points WHERE run = ? AND key = ? AND step = ? ORDER BY time DESC, value DESC LIMIT 1')

  const cells: Cells = (column) => {
    switch (column.family) {
      case 'metrics': return metric(column)
      case 'params': return from(columns.param(column.key))
      case 'tags': return from(columns.tag(column.key))
      case 'git': return firstOf((gitTags[column.key] ?? []).map((tag) => from(columns.tag(tag))))
      case 'datasets': return listed(linked.datasets(column.key))
      case 'attributes': return attribute(column.key)
      default: return never(column.family)
    }
  }

  function metric({ key, summary = 'last', step = 0 }: Column): (row: number) => Cell {
    if (summary === 'atStep') {
      const id = keys.idOf(key) ?? -1
      return (row) => {
        const found = atStep.get(row, id, step)
        return found && (found.is_nan ? Number.NaN : Number(found.value))
      }
    }
    const column = columns.metric(key)
    const values = column[fieldOf(summary, key)]
    return (row) => (column.has[row] === 1 ? values[row] : undefined)
  }

  function attribute(key: string): (row: number) => Cell {
    if (key === 'models') return joinedList(linked.models(), book)
    const read = attributes[key] ?? (() => undefined)
    return (row) => {
      const run = book.runAt(row)
      return run && read(run, book)
    }
  }

  return { cells, touched: linked.touched }
}

function fieldOf(summary: 'last' | 'best' | 'min' | 'max', key: string): keyof Pick<MetricColumn, 'last' | 'min' | 'max'> {
  if (summary === 'best') return betterOf(key) === 'lower' ? 'min' : 'max'
  return summary
}

const attributes: Readonly<Record<string, (run: RunRow, book: Book) => string | number | undefined>> = {
  run_id: ({ id }) => id, run_name: ({ name }) => name, status: ({ status }) => status, start_time: ({ start }) => start ?? undefined, end_time: ({ end }) => end ?? undefined,
  duration: ({ start, end, status }) => (start === null ? undefined : end === null ? (status === 'RUNNING' ? Math.max(0, Date.now() - start) : undefined) : end - start),
  user_id: ({ user }) => user, experiment: ({ experiment }, book) => book.needExperiment(experiment).name, artifact_uri: ({ artifactUri }) => artifactUri, parent: ({ parent }) => parent ?? undefined,
}

function from(values: readonly (string | undefined)[]): (row: number) => Cell {
  return (row) => values[row]
}

function firstOf(readers: readonly ((row: number) => Cell)[]): (row: number) => Cell {
  return (row) => {
    for (const read of readers) {
      const value = read(row)
      if (value !== undefined) return value
    }
    return undefined
  }
}

function listed(lists: ReadonlyMap<number, readonly string[]>): (row: number) => Cell {
  return (row) => lists.get(row)
}

function joinedList(lists: ReadonlyMap<string, readonly string[]>, book: Book): (row: number) => Cell {
  return (row) => lists.get(book.runAt(row)?.id ?? '')?.join(', ')
}
