import { isTextDropItem, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { DropItem } from 'react-aria-components/useDragAndDrop'

const kind = 'application/x-atelier-rows'

/** Lets rows of a tree be dragged onto branches that take them, or onto the ground below. */
export function useTreeDrag({ takes, onMove }: { readonly takes: (id: string) => boolean; readonly onMove: (ids: readonly string[], onto: string | undefined) => void }) {
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
  return dragAndDropHooks
}
