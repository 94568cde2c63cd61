import { z } from 'zod'
import { ColumnId } from './columns.ts'
import type { Family } from './columns.ts'

const numeric: readonly Family[] = ['integer', 'number', 'decimal']
export const numericFamilies = numeric

export const field = {
  column: (title: string, families?: readonly Family[]) => ColumnId.meta({ widget: 'column', title, ...(families ? { families } : {}) }),
  optionalColumn: (title: string, families?: readonly Family[]) => ColumnId.optional().meta({ widget: 'column', title, optional: true, ...(families ? { families } : {}) }),
  columns: (title: string, families?: readonly Family[]) => z.array(ColumnId).min(1, 'Choose at least one column.').meta({ widget: 'columns', title, ...(families ? { families } : {}) }),
  anyColumns: (title: string, families?: readonly Family[]) => z.array(ColumnId).default([]).meta({ widget: 'columns', title, ...(families ? { families } : {}) }),
  numericColumn: (title: string) => ColumnId.meta({ widget: 'column', title, families: numeric }),
  numericColumns: (title: string) => z.array(ColumnId).min(1, 'Choose at least one column.').meta({ widget: 'columns', title, families: numeric }),
  name: (title: string, fallback = '') => z.string().default(fallback).meta({ widget: 'name', title }),
  /** The name of a registered data set. */
  dataset: (title: string) => z.string().min(1, 'Choose a data set.').meta({ widget: 'dataset', title }),
  /** One value a line. */
  lines: (title: string) => z.array(z.string()).meta({ widget: 'lines', title }),
  formula: (title: string) => z.string().min(1, 'Write a formula.').meta({ widget: 'formula', title }),
  sql: (title: string) => z.string().min(1, 'Write a SELECT over prev.').meta({ widget: 'sql', title }),
  choice: <const T extends readonly [string, ...string[]]>(title: string, values: T) => z.enum(values).meta({ title }),
  number: (title: string) => z.number().meta({ title }),
  integer: (title: string) => z.int().meta({ title }),
  flag: (title: string) => z.boolean().default(false).meta({ title }),
  seed: () => z.int().min(0).default(42).meta({ title: 'Seed' }),
}

/** Shown in the form only while the other params have one of these values. */
export function onlyWhen<S extends z.ZodType>(schema: S, when: Readonly<Record<string, readonly string[]>>): S {
  return schema.meta({ when })
}
