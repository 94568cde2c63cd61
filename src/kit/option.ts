import type { Icon } from './icon.ts'

export interface Option<T extends string = string> {
  readonly id: T
  readonly label: string
  readonly icon?: Icon
  /** Small words at the right, e.g. a type or a count. */
  readonly note?: string
  readonly disabled?: boolean
}
