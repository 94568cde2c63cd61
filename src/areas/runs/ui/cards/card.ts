import type { ComponentType } from 'react'
import type { z } from 'zod'
import type { Icon } from '#kit/icon.ts'
import type { runs } from '../../contract.ts'
import type { Brush, RunQuery } from '../../domain/query.ts'
import type { Card } from '../../domain/view.ts'
import type { Linked } from '../linked.ts'

export type Kind = Card['kind']
export type CardOf<K extends Kind> = Extract<Card, { readonly kind: K }>
/** What can be a column, as `runs.keys` tells. */
export type KeyInfo = z.output<typeof runs.keys.output>[number]

/** A run as every card draws it. `colour` is a CSS value such as `var(--c1)`; in a grouped view it is its group's. */
export interface CardRun { readonly id: string; readonly name: string; readonly ordinal: number; readonly colour: string; readonly group: string | undefined }
export interface CardGroup { readonly id: string; readonly label: string; readonly colour: string; readonly runs: readonly string[] }

export interface CardRuns {
  /** The runs that the view shows: filter and brushes applied, hidden ones left out, in the order of the table. */
  readonly shown: readonly CardRun[]
  /** Every run that the filter matches, brushed out or hidden ones too, by id. */
  readonly byId: ReadonlyMap<string, CardRun>
  /** The groups of the shown runs in the order of the table; empty where the view is not grouped. Bands run over these. */
  readonly groups: readonly CardGroup[]
  readonly hidden: ReadonlySet<string>
}

/** What the frame round a card needs; a card hands it on to `CardFrame` unseen. */
export interface FrameHands {
  readonly id: string
  readonly kindTitle: string
  readonly full: boolean
  readonly onFull: () => void
  readonly onEdit: () => void
  readonly onDuplicate: () => void
  readonly onRemove: () => void
  readonly onRename: () => void
  readonly onMoveStart: (event: { readonly pointerId: number; readonly clientX: number; readonly clientY: number; readonly currentTarget: Element }) => void
  readonly onResizeStart: (event: { readonly pointerId: number; readonly clientX: number; readonly clientY: number; readonly currentTarget: Element }) => void
  /** Arrow keys: by how many columns and rows it moves, or grows. */
  readonly onNudge: (by: { readonly x?: number; readonly y?: number; readonly w?: number; readonly h?: number }) => void
}

/** A card draws itself from these alone: `<CardFrame {...frame} title="val_auc" note="by step · exact">plot</CardFrame>`. */
export interface CardProps<K extends Kind = Kind> {
  readonly card: CardOf<K>
  /** Which runs are meant, brushes included; what shows the brushed-out runs too asks with `brushes: []`. */
  readonly query: RunQuery
  readonly runs: CardRuns
  readonly keys: readonly KeyInfo[]
  readonly baseline: string | null
  readonly linked: Linked
  readonly onChange: (card: CardOf<K>) => void
  /** Sets or takes away the brush of a column; it filters the table and every card. Call it when the gesture ends or rests. */
  readonly onBrush: (column: string, brush: Brush | undefined) => void
  readonly onOpenRun: (id: string) => void
  readonly frame: FrameHands
}

export interface CardSettingsProps<K extends Kind = Kind> {
  readonly card: CardOf<K>
  readonly keys: readonly KeyInfo[]
  readonly onChange: (card: CardOf<K>) => void
}

/** What a new card begins with: the view's main metric and the params that differ, best guess first. */
export interface Guess { readonly metrics: readonly string[]; readonly params: readonly string[]; /** The metric whose course is drawn; undefined where runs have one point of each. */ readonly curve: string | undefined }

export interface CardKind<K extends Kind = Kind> {
  readonly title: string
  readonly about: string
  readonly icon: Icon
  readonly size: { readonly w: number; readonly h: number }
  /** The members of a fresh card besides its place; undefined where these runs hold nothing for it. Guesses are columns (`metrics.loss`); a curves card names metrics by their bare keys. */
  readonly blank: (guess: Guess) => Omit<CardOf<K>, 'id' | 'x' | 'y' | 'w' | 'h' | 'title'> | undefined
  readonly view: ComponentType<CardProps<K>>
  readonly settings: ComponentType<CardSettingsProps<K>>
}

/** All kinds of cards; `kinds.ts` fills it. */
export type CardKinds = { readonly [K in Kind]: CardKind<K> }
