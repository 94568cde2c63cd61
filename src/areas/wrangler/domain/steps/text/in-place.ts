import { field } from '../../fields.ts'
import type { Change, Context, Python } from '../../step-kind.ts'

export const textColumns = () => field.columns('Columns', ['text'])

/** Each of the columns put as that SQL of its text; the result is plain text. */
export function inPlace(columns: readonly string[], context: Context, sql: (text: string) => string): Change {
  const ids = columns.map((id) => context.column(id).id)
  return {
    kind: 'cells',
    columns: context.columns.map((one) => (ids.includes(one.id) ? { ...one, type: 'VARCHAR' } : one)),
    set: Object.fromEntries(ids.map((id) => [id, sql(`${id}::VARCHAR`)])),
  }
}

export function pandasText(id: string, { context, q }: Python): string {
  return context.column(id).type === 'VARCHAR' ? `df[${q(id)}]` : `df[${q(id)}].astype(pd.ArrowDtype(pa.string()))`
}

export function polarsText(id: string, { context, q }: Python): string {
  return context.column(id).type === 'VARCHAR' ? `pl.col(${q(id)})` : `pl.col(${q(id)}).cast(pl.String)`
}

export function pandasInPlace(columns: readonly string[], python: Python, code: (text: string) => string): string[] {
  return columns.map((id) => `df[${python.q(id)}] = ${code(pandasText(id, python))}`)
}

export function polarsInPlace(columns: readonly string[], python: Python, code: (text: string) => string): string[] {
  const cells = columns.map((id) => `${code(polarsText(id, python))}.alias(${python.q(id)})`)
  return [cells.length === 1 ? `df = df.with_columns(${cells.join('')})` : `df = df.with_columns(\n    ${cells.join(',\n    ')},\n)`]
}
