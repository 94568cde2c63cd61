import { useEffect, useEffectEvent } from 'react'
import { isTextDropItem, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { DropItem } from 'react-aria-components/useDragAndDrop'
import type { TreeDrag, TreeProps } from './Tree.tsx'
import { TreeRows } from './TreeRows.tsx'

const kind = 'application/x-atelier-rows'

export interface DragRowsProps { readonly drag: TreeDrag; readonly rows: Omit<TreeProps, 'drag'>; readonly onCome: () => void }

/** Rows of a tree that can be dragged. */
export function DragRows({ drag: { takes, onMove }, rows, onCome }: DragRowsProps) {
  const come = useEffectEvent(onCome)
  useEffect(() => come(), [])
  const moved = async (items: readonly DropItem[], onto: string | undefined) => {
    const ids = await Promise.all(items.filter((item) => isTextDropItem(item)).map((item) => item.getText(kind)))
    onMove(ids, onto)
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [kind]: String(key), 'text/plain': String(key) })),
    acceptedDragTypes: [kind],
    getDropOperation: () => 'move',
    shouldAcceptItemDrop: (target) => takes(String(target.key)),
    onItemDrop: ({ items, target }) => void moved(items, String(target.key)),
    onRootDrop: ({ items }) => void moved(items, undefined),
  })
  return <TreeRows {...rows} hooks={dragAndDropHooks} />
}
