import { catalogue } from '../catalogue.ts'
import { familyOf } from '../columns.ts'
import type { Column } from '../columns.ts'
import type { Step } from '../recipe.ts'
import type { StepKind } from '../step-kind.ts'
import { fieldsOf } from './fields.ts'
import type { FormField } from './fields.ts'

/** The kinds of step that can begin with this column. */
export function kindsFor(column: Column): readonly StepKind[] {
  return [...catalogue.values()].filter((kind) => placeFor(fieldsOf(kind.params), column) !== undefined)
}

/** The params that name the column, where the form first asks for one of its family. */
export function formOf(op: string, column: Column): Step['params'] {
  const kind = catalogue.get(op)
  const place = kind && placeFor(fieldsOf(kind.params), column)
  if (!place) return {}
  switch (place.kind) {
    case 'columns': return { [place.name]: [column.id] }
    case 'keys': return { [place.name]: [{ column: column.id, descending: false, nullsFirst: false }] }
    default: return { [place.name]: column.id }
  }
}

function placeFor(fields: readonly FormField[], column: Column): FormField | undefined {
  const family = familyOf(column.type)
  return fields.find((field) => {
    if (field.kind === 'keys') return true
    return (field.kind === 'column' || field.kind === 'columns') && field.required && (field.families.length === 0 || field.families.includes(family))
  })
}
