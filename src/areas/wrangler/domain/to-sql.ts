import type { Change } from './step-kind.ts'
import type { Stage } from './compile.ts'

/** The SELECT of one stage over the relation called `from`. */
export function bodyOf(stage: Stage, from: string, carry: readonly string[] = []): string {
  const { change, columns, hidden } = stage
  if (!change || change.kind === 'check') return `SELECT * FROM ${from}`
  switch (change.kind) {
    case 'cells': {
      const list = ['_rid', ...carry, ...hidden, ...columns.map(({ id }) => (change.set[id] === undefined ? id : `(${change.set[id]}) AS ${id}`))]
      return `SELECT ${list.join(', ')} FROM ${withFirst(change, from)} AS prev${change.keep ? ` WHERE ${change.keep}` : ''}`
    }
    case 'rows': return rowsOf(change, stage, from)
    case 'table': {
      const list = columns.map(({ id }) => id).join(', ')
      return `WITH prev AS (FROM ${from}) SELECT row_number() OVER (ORDER BY ${change.order}) - 1 AS _rid, ${list} FROM (${change.select})`
    }
  }
}

/** The relation that the expressions of a change of cells read: `from`, with what is computed first. */
export function withFirst({ first }: Extract<Change, { kind: 'cells' }>, from: string): string {
  const extra = Object.entries(first ?? {}).map(([name, sql]) => `, (${sql}) AS ${name}`).join('')
  return extra ? `(SELECT *${extra} FROM ${from} AS prev)` : from
}

function rowsOf(change: Extract<Change, { kind: 'rows' }>, { step, order }: Stage, from: string): string {
  const keys = (change.order ?? []).map((key, i) => `(${key.sql}) AS _k_${step.id}_${i}`)
  const parts = [`SELECT ${['*', ...keys].join(', ')} FROM ${from} AS prev`]
  if (change.where) parts.push(`WHERE ${change.where}`)
  if (change.qualify) parts.push(`QUALIFY ${change.qualify}`)
  if (change.limit !== undefined) parts.push(`ORDER BY ${order} LIMIT ${change.limit}`)
  return parts.join(' ')
}

export interface Chain {
  /** A SELECT that yields `_rid` and the columns before the first stage. */
  readonly base: string
  readonly stages: readonly Stage[]
  /** The query over `prev`, the rows after the last stage. */
  readonly query: string
  /** Columns of the base that ride along unseen, as `_pos`. */
  readonly carry?: readonly string[]
}

/** One statement, a CTE a stage. */
export function chainSql({ base, stages, query, carry = [] }: Chain): string {
  const parts = stages.map((stage, i) => `p${i + 1} AS (${bodyOf(stage, `p${i}`, carry)})`)
  return `WITH ${[`p0 AS (${base})`, ...parts, `prev AS (FROM p${stages.length})`].join(',\n')}\n${query}`
}

/** True where rows are taken away or moved, so that a window needs a permutation. */
export function movesRows({ change }: Stage): boolean {
  return change?.kind === 'rows' || (change?.kind === 'cells' && change.keep !== undefined)
}

/** The same stage with all rows kept in place: what a window of known rows runs. */
export function cellsOnly(stage: Stage): Stage {
  const { change } = stage
  if (change?.kind === 'rows') return { ...stage, change: { kind: 'rows', ...(change.order ? { order: change.order } : {}) } }
  if (change?.kind === 'cells' && change.keep !== undefined) {
    const { keep: _, ...rest } = change
    return { ...stage, change: rest }
  }
  return stage
}

/** True where a stage must be computed over all rows at once and kept, before windows are cheap. */
export function isBarrier({ cost, change }: Stage): boolean {
  return change?.kind === 'table' || cost === 'window' || cost === 'shape'
}
