import { familyOf } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { RecipeProblem } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'

/** The columns that tell groups apart; NaN joins the missing ones, which are a group of their own. */
export function keyColumns(ids: readonly string[], context: Context, step: string): Column[] {
  const columns = ids.map((id) => context.column(id))
  const bad = columns.find(({ type }) => ['nested', 'other'].includes(familyOf(type)))
  if (bad) throw new RecipeProblem(`${step}: “${bad.name}” holds ${bad.type}, which cannot be a key. Choose text, numbers, dates or booleans.`, 'keys')
  return columns
}

export function keySql({ id, type }: Column): string {
  return familyOf(type) === 'number' ? `CASE WHEN NOT isnan(${id}) THEN ${id} END` : id
}

/** `prev` with `_at`, the place of each row. */
export function placedSql({ order }: Context): string {
  return `(SELECT *, row_number() OVER (ORDER BY ${order}) AS _at FROM prev)`
}

/** Python lines: `ids` numbers the groups in order of appearance, `out` holds one row of keys a group. */
export function groupsPandas(keys: readonly Column[], q: (id: string) => string, after: (id: string) => string): string[] {
  return [
    groupIdsPandas(keys, q),
    `out = pd.DataFrame({${keys.map(({ id }) => `${after(id)}: first_of_group(ids, df[${q(id)}])`).join(', ')}})`,
  ]
}

export function groupIdsPandas(keys: readonly Column[], q: (id: string) => string): string {
  return `ids = group_ids([${keys.map(({ id }) => `present_or_none(df[${q(id)}])`).join(', ')}])`
}

export function groupPolars(keys: readonly Column[], q: (id: string) => string, after: (id: string) => string): string {
  return `df.group_by([${keys.map(({ id, type }) => `pl.col(${q(id)})${familyOf(type) === 'number' ? '.fill_nan(None)' : ''}.alias(${after(id)})`).join(', ')}], maintain_order=True)`
}
