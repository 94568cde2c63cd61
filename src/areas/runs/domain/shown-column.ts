import { columnOf, columnText } from './column.ts'
import type { Column, Family } from './column.ts'

/** A column as the table shows it: a value, its difference to the baseline (`delta:metrics.loss`), or a small curve (`spark:metrics.loss`). */
export type ShownColumn = { readonly kind: 'value' | 'delta' | 'spark'; readonly text: string; readonly column: Column; /** The column whose values it needs, as text. */ readonly of: string }

/** Undefined for a text that names no column. */
export function shownColumn(text: string): ShownColumn | undefined {
  const [, kind = 'value', of = text] = /^(delta|spark):(.+)$/s.exec(text) ?? []
  const column = columnOf(of)
  return column && (kind === 'delta' || kind === 'spark' || kind === 'value') ? { kind, text, column, of } : undefined
}

export function shownColumns(texts: readonly string[]): readonly ShownColumn[] {
  return [...new Set(texts)].flatMap((text) => shownColumn(text) ?? [])
}

/** The columns that the server is asked for: those shown as values and those that differences are taken of. */
export function askedColumns(shown: readonly ShownColumn[]): readonly string[] {
  return [...new Set(shown.filter(({ kind }) => kind !== 'spark').map(({ of }) => of))]
}

/** The head of a column: the key alone where its family is clear from it. */
export function headOf({ kind, column }: ShownColumn): string {
  if (kind === 'delta') return 'Δ base'
  if (kind === 'spark') return 'trend'
  return column.family === 'metrics' ? `${column.key}${summaryWords(column)}` : (attributeWords[columnText(column)] ?? column.key)
}

/** What a column is in full, for its tooltip and for the chooser. */
export function aboutColumn({ kind, column }: ShownColumn): string {
  const what = `${familyWords[column.family].one} ${column.key}${summaryWords(column)}`
  if (kind === 'delta') return `Difference of ${what} to the baseline; ▲ is better, ▼ worse`
  return kind === 'spark' ? `Course of ${what} over its steps` : what
}

function summaryWords({ family, summary, step }: Column): string {
  if (family !== 'metrics' || summary === undefined || summary === 'last') return ''
  return summary === 'atStep' ? ` @${step ?? 0}` : ` ${summary}`
}

export const familyWords: Record<Family, { readonly one: string; readonly many: string }> = {
  metrics: { one: 'metric', many: 'Metrics' }, params: { one: 'param', many: 'Params' }, tags: { one: 'tag', many: 'Tags' },
  datasets: { one: 'data set', many: 'Data sets' }, git: { one: 'git', many: 'Git' }, attributes: { one: 'attribute', many: 'Attributes' },
}

const attributeWords: Readonly<Record<string, string>> = {
  'attributes.run_id': 'run id', 'attributes.run_name': 'name', 'attributes.start_time': 'started', 'attributes.end_time': 'ended', 'attributes.user_id': 'user', 'attributes.artifact_uri': 'artifacts',
  'datasets.name': 'data set', 'datasets.digest': 'data digest', 'datasets.context': 'data use', 'git.dirty': 'uncommitted',
}
