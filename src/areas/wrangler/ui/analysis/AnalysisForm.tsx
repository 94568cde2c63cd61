import { Combo } from '#kit/Combo.tsx'
import { Field } from '#kit/Field.tsx'
import { NumberField } from '#kit/NumberField.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import type { Analysis } from '../../domain/analysis.ts'
import { isNumeric } from '../../domain/columns.ts'
import type { Column } from '../../domain/columns.ts'
import { ColumnsField } from '../form/ColumnsField.tsx'
import { columnOption } from '../form/field-props.ts'

const methods = [{ id: 'pearson', label: 'Pearson' }, { id: 'spearman', label: 'Spearman' }, { id: 'cramer', label: 'Cramér’s V' }] as const
const anyColumn = { kind: 'columns', name: 'columns', title: 'Equal in', required: false, initial: [], families: [], ordered: false } as const

/** What an analysis asks of the person. */
export function AnalysisForm({ asked, columns, onChange }: { readonly asked: Analysis; readonly columns: readonly Column[]; readonly onChange: (next: Analysis) => void }) {
  const numeric = columns.filter(({ type }) => isNumeric(type))
  const none = { id: '', label: 'none' }
  switch (asked.kind) {
    case 'histogram': return (
      <div className="wr-asks">
        <Pick label="Column" columns={columns} value={asked.column} onChange={(column) => onChange({ ...asked, column })} />
        <Combo label="By" options={[none, ...columns.map(columnOption)]} value={asked.by ?? ''} onChange={(by) => { const { by: _, ...rest } = asked; onChange(by ? { ...rest, by } : rest) }} />
        <NumberField label="Bins" value={asked.bins} min={2} max={200} step={1} onChange={(bins) => { if (bins) onChange({ ...asked, bins }) }} />
      </div>
    )
    case 'scatter': return (
      <div className="wr-asks">
        <Pick label="Across" columns={numeric} value={asked.x} onChange={(x) => onChange({ ...asked, x })} />
        <Pick label="Up" columns={numeric} value={asked.y} onChange={(y) => onChange({ ...asked, y })} />
        <Combo label="Colour" options={[none, ...columns.map(columnOption)]} value={asked.color ?? ''} onChange={(color) => { const { color: _, ...rest } = asked; onChange(color ? { ...rest, color } : rest) }} />
      </div>
    )
    case 'correlation': return <Field label="Measure" hint={asked.method === 'cramer' ? 'Between columns of few values; 0 to 1.' : 'Between numeric columns; −1 to 1.'}><Segmented label="Measure" options={methods} value={asked.method} onChange={(method) => onChange({ ...asked, method })} /></Field>
    case 'leakage': return <div className="wr-asks"><Pick label="Target" columns={columns} value={asked.target} onChange={(target) => onChange({ ...asked, target })} /></div>
    case 'duplicates': return <details className="plottable"><summary>{asked.columns.length === 0 ? 'Rows equal in all columns' : `Rows equal in ${asked.columns.length} columns`}</summary><div className="max-w-80"><ColumnsField label="Equal in (none: all columns)" field={anyColumn} value={asked.columns} columns={columns} onChange={(ids) => onChange({ ...asked, columns: Array.isArray(ids) ? ids.map(String) : [] })} /></div></details>
    case 'summary': return null
  }
}

function Pick({ label, columns, value, onChange }: { readonly label: string; readonly columns: readonly Column[]; readonly value: string; readonly onChange: (id: string) => void }) {
  return <Combo label={label} options={columns.map(columnOption)} value={value} onChange={(id) => { if (id) onChange(id) }} />
}
