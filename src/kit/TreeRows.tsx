import { ChevronRight, GripVertical } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { Tree as AriaTree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import type { DragAndDropHooks } from 'react-aria-components/useDragAndDrop'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { given } from '#lib/given.ts'
import type { TreeNode, TreeProps } from './Tree.tsx'

/** The rows, with what makes them draggable where that is. */
export function TreeRows({ label, nodes, expanded, onExpand, selected, onSelect, onAction, mode = 'multiple', hooks, empty }: Omit<TreeProps, 'drag'> & { readonly hooks?: DragAndDropHooks }) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 26 }}>
      <AriaTree
        className="tree" aria-label={label} items={nodes} selectionMode={mode} selectionBehavior="replace"
        expandedKeys={expanded} onExpandedChange={(keys) => onExpand([...keys].map(String))}
        selectedKeys={selected} onSelectionChange={(keys) => onSelect(keys === 'all' ? idsOf(nodes) : [...keys].map(String))}
        renderEmptyState={() => empty}
        {...given({ onAction: onAction && ((key: string | number) => onAction(String(key))), dragAndDropHooks: hooks })}
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
  return <>{Icon && <Icon size={15} />}<Name label={node.label} />{node.note !== undefined && <span className="note">{node.note}</span>}</>
}

/** What does not fit is cut before the ending, which tells what a file is. */
function Name({ label }: { readonly label: string }) {
  const [, head = label, ending = ''] = /^(.+)(\.\w{1,8})$/.exec(label) ?? []
  return <span className="name" title={label}><span className="clip">{head}</span>{ending}</span>
}

function idsOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => [node.id, ...idsOf(node.children ?? [])])
}
