import { ChevronRight, GripVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { Tree as AriaTree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import type { DragAndDropHooks } from 'react-aria-components/useDragAndDrop'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { given } from '#lib/given.ts'
import type { Icon } from './icon.ts'

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
  readonly drag?: DragAndDropHooks
  readonly empty?: ReactNode
}

/** Virtual: tens of thousands of rows are fine. Rows carry `data-key`, for context menus. It fills its parent's height. */
export function Tree({ label, nodes, expanded, onExpand, selected, onSelect, onAction, mode = 'multiple', drag, empty }: TreeProps) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 26 }}>
      <AriaTree
        className="tree" aria-label={label} items={nodes} selectionMode={mode} selectionBehavior="replace"
        expandedKeys={expanded} onExpandedChange={(keys) => onExpand([...keys].map(String))}
        selectedKeys={selected} onSelectionChange={(keys) => onSelect(keys === 'all' ? idsOf(nodes) : [...keys].map(String))}
        renderEmptyState={() => empty}
        {...given({ onAction: onAction && ((key: string | number) => onAction(String(key))), dragAndDropHooks: drag })}
      >
        {row}
      </AriaTree>
    </Virtualizer>
  )
}

function row(node: TreeNode) {
  const branch = node.branch ?? node.children !== undefined
  return (
    <TreeItem id={node.id} textValue={node.label} hasChildItems={branch}>
      <TreeItemContent>
        {({ level, isExpanded, allowsDragging }) => (
          <div className="item" style={{ paddingLeft: 6 + (level - 1) * 14 }}>
            {branch ? <Button slot="chevron" className="chevron"><ChevronRight size={14} /></Button> : <span className="chevron" />}
            {node.content ?? <Words node={node} open={isExpanded} />}
            {allowsDragging && <Button slot="drag" className="grip"><GripVertical size={14} /></Button>}
          </div>
        )}
      </TreeItemContent>
      {branch && !node.children?.length ? nothingRow(node) : <Collection items={node.children ?? []}>{row}</Collection>}
    </TreeItem>
  )
}

/** React Aria takes a row for a branch only when something stands in it. */
function nothingRow({ id, nothing = 'empty' }: TreeNode) {
  return (
    <TreeItem id={`${id}\u0000nothing`} textValue={nothing} isDisabled>
      <TreeItemContent>{({ level }) => <div className="item" style={{ paddingLeft: 6 + (level - 1) * 14 }}><span className="chevron" /><span className="clip text-ink-2">{nothing}</span></div>}</TreeItemContent>
    </TreeItem>
  )
}

function Words({ node, open }: { readonly node: TreeNode; readonly open: boolean }) {
  const Icon = open ? (node.openIcon ?? node.icon) : node.icon
  return <>{Icon && <Icon size={15} />}<span className="clip">{node.label}</span>{node.note !== undefined && <span className="note">{node.note}</span>}</>
}

function idsOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => [node.id, ...idsOf(node.children ?? [])])
}
