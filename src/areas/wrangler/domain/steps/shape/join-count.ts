import { never } from '#lib/never.ts'

export const joinKinds = ['inner', 'left', 'right', 'full', 'semi', 'anti', 'cross', 'asof'] as const

interface Given {
  readonly kind: (typeof joinKinds)[number]
  /** A SELECT of the other table. */
  readonly table: string
  /** `left` over `prev`, `right` over the table. */
  readonly keys: readonly { readonly left: string; readonly right: string }[]
}

/** One row: rows before, rows after, rows of before that match nothing, most matches of one row. Counted by key, so that no joined row is made. */
export function countedJoin({ kind, table, keys }: Given): string {
  if (kind === 'asof') return 'SELECT count(*), count(*), NULL, NULL FROM prev'
  if (kind === 'cross') return `SELECT n, n * m::HUGEINT, CASE WHEN m = 0 THEN n ELSE 0 END, m FROM (SELECT count(*) AS n FROM prev), (SELECT count(*) AS m FROM (${table}))`
  const grouped = (from: string, side: 'left' | 'right') => `SELECT ${keys.map((key, i) => `${key[side]} AS k${i}`).join(', ')}, count(*) AS n FROM ${from} GROUP BY ALL`
  const on = keys.map((_, i) => `l.k${i} = r.k${i}`).join(' AND ')
  const met = `SELECT coalesce(sum(l.n), 0) AS rows, coalesce(sum(l.n::HUGEINT * r.n), 0) AS pairs, coalesce(sum(l.n) FILTER (WHERE r.n IS NULL), 0) AS lone, coalesce(sum(r.n), 0) AS found, max(r.n) AS most FROM (${grouped('prev', 'left')}) AS l LEFT JOIN (${grouped(`(${table})`, 'right')}) AS r ON ${on}`
  return `SELECT rows, ${afterSql(kind)}, lone, most FROM (${met}), (SELECT count(*) AS others FROM (${table}))`
}

function afterSql(kind: Exclude<Given['kind'], 'asof' | 'cross'>): string {
  switch (kind) {
    case 'inner': return 'pairs'
    case 'left': return 'pairs + lone'
    case 'right': return 'pairs + others - found'
    case 'full': return 'pairs + lone + others - found'
    case 'semi': return 'rows - lone'
    case 'anti': return 'lone'
    default: return never(kind)
  }
}
