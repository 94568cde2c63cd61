import { CalendarClock, CircleDashed, Columns3, Combine, FunctionSquare, Hash, ListFilter, Ruler, Shapes, Split, Tags, Type } from 'lucide-react'
import type { Icon } from '#kit/icon.ts'
import { catalogue } from '../../domain/catalogue.ts'
import type { Category } from '../../domain/step-kind.ts'

const icons: Readonly<Record<Category, Icon>> = {
  Columns: Columns3, Rows: ListFilter, Missing: CircleDashed, Text: Type, Standardise: Tags, Numeric: Ruler, Encode: Hash,
  'Date and time': CalendarClock, 'Shape and combine': Combine, 'Split and check': Split,
}

export function categoryIcon(category: Category): Icon {
  return icons[category]
}

export function stepIcon(op: string): Icon {
  const kind = catalogue.get(op)
  if (!kind) return Shapes
  return op === 'formula' || op === 'conditional' ? FunctionSquare : icons[kind.category]
}
