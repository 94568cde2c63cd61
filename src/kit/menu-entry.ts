import type { Icon } from './icon.ts'

export interface MenuItem {
  readonly kind?: 'item'
  readonly id: string
  readonly label: string
  readonly icon?: Icon
  readonly keyHint?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly checked?: boolean
  readonly run: () => void
}

export type MenuEntry = MenuItem | { readonly kind: 'line' } | { readonly kind: 'section'; readonly label: string }
  | { readonly kind: 'sub'; readonly id: string; readonly label: string; readonly icon?: Icon; readonly items: readonly MenuEntry[] }
