import type { Answer } from './engine.ts'

export type ToChild =
  | { readonly kind: 'ask'; readonly id: number; readonly text: string; readonly background: boolean; readonly progress: boolean }
  | { readonly kind: 'cancel'; readonly id: number }

export type FromChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'refusal'; readonly id: number; readonly message: string }
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
