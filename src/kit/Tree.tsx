import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { DragRowsProps } from './DragRows.tsx'
import type { Icon } from './icon.ts'
import { later } from './later.tsx'
import { TreeRows } from './TreeRows.tsx'

export interface TreeNode {
  readonly id: string
  readonly label: string
  readonly icon?: Icon
  readonly openIcon?: Icon
  /** Small words at the right. */
  readonly note?: ReactNode
  /** A branch can be opened even while its children are not loaded. */
  readonly branch?: boolean
  readonly children?: readonly TreeNode[]
  /** What stands in an open branch without children. */
  readonly nothing?: string
  /** Instead of icon and label, e.g. a field to rename. */
  readonly content?: ReactNode
}

/** Rows that are dragged onto branches that take them, or onto the ground below. */
export interface TreeDrag {
  readonly takes: (id: string) => boolean
  readonly onMove: (ids: readonly string[], onto: string | undefined) => void
}

export interface TreeProps {
  readonly label: string
  readonly nodes: readonly TreeNode[]
  readonly expanded: readonly string[]
  readonly onExpand: (expanded: readonly string[]) => void
  readonly selected: readonly string[]
  readonly onSelect: (selected: readonly string[]) => void
  /** Enter or double click; with `single`, also a click. */
  readonly onAction?: (id: string) => void
  readonly mode?: 'single' | 'multiple'
  /** By the mouse on the row; by the keyboard with Enter on the row's grip, which stands right of its words. */
  readonly drag?: TreeDrag
  readonly empty?: ReactNode
}

/** Virtual: tens of thousands of rows are fine. Rows carry `data-key`, for context menus. It fills its parent's height. */
export function Tree({ drag, ...rows }: TreeProps) {
  return drag ? <Movable drag={drag} rows={rows} /> : <TreeRows {...rows} />
}

/** What dragging needs comes a moment after the rows; a focus that is on them by then stays on them, and what is typed in one is not taken away. */
function Movable({ drag, rows }: { readonly drag: TreeDrag; readonly rows: Omit<TreeProps, 'drag'> }) {
  const root = useRef<HTMLDivElement>(null)
  const held = useRef(false)
  const [came, setCame] = useState(false)
  const come = () => {
    setCame(true)
    if (held.current) root.current?.querySelector<HTMLElement>('[role=treegrid]')?.focus()
  }
  return (
    <div ref={root} className="contents" onFocus={() => { held.current = true }} onBlur={() => { held.current = false }}>
      {!came && isWrittenIn(rows.nodes) ? <TreeRows {...rows} /> : <DragRows drag={drag} rows={rows} onCome={come} />}
    </div>
  )
}

const DragRows = later<DragRowsProps>(() => import('./DragRows.tsx').then((module) => module.DragRows), ({ rows }) => <TreeRows {...rows} />)

function isWrittenIn(nodes: readonly TreeNode[]): boolean {
  return nodes.some(({ content, children }) => content !== undefined || isWrittenIn(children ?? []))
}
