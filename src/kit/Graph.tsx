import { Background, Controls, Handle, MarkerType, Position, ReactFlow } from 'reactflow'
import type { Edge, Node, NodeProps } from 'reactflow'
import 'reactflow/dist/base.css'
import './graph/graph.css'
import { layersOf } from './graph/layers.ts'
import type { Icon } from './icon.ts'

export interface GraphNode {
  readonly id: string
  readonly label: string
  /** Small words under the label. */
  readonly note: string
  /** What it is, e.g. `data set`. */
  readonly kind: string
  readonly icon: Icon
  /** The one that the graph is about. */
  readonly self?: boolean
  readonly onOpen?: (() => void) | undefined
}
export interface GraphEdge { readonly from: string; readonly to: string; readonly label: string }

type Shown = Node<{ node: GraphNode }, 'thing'>

const size = { width: 190, height: 54, across: 280, down: 82 }
const nodeTypes = { thing: Thing }

/** A graph that is read: drawn in layers from left to right, moved and zoomed, its nodes opened by click or by Tab and Enter. */
export function Graph({ label, nodes, edges, theme }: { readonly label: string; readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[]; readonly theme: 'light' | 'dark' }) {
  const places = layersOf(nodes.map(({ id }) => id), edges)
  const tallest = Math.max(1, ...places.map(({ row }) => row + 1))
  const drawn = places.flatMap(({ id, layer, row }): Shown[] => {
    const node = nodes.find((one) => one.id === id)
    const count = places.filter((one) => one.layer === layer).length
    return node ? [{ id, type: 'thing', data: { node }, position: { x: layer * size.across, y: (row + (tallest - count) / 2) * size.down } }] : []
  })
  const lines: Edge[] = edges.map(({ from, to, label: words }) => ({ id: `${from}>${to}`, source: from, target: to, label: words, markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--ink-3)' } }))
  return (
    <div className="graph h-full min-h-0 w-full" role="region" aria-label={label}>
      <ReactFlow
        nodes={drawn} edges={lines} nodeTypes={nodeTypes} colorMode={theme} fitView fitViewOptions={{ maxZoom: 1, padding: 0.15 }} minZoom={0.2} maxZoom={2} proOptions={{ hideAttribution: true }}
        nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} disableKeyboardA11y
      >
        <Background gap={20} color="var(--line)" />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  )
}

function Thing({ data: { node } }: NodeProps<Shown>) {
  const { label, note, kind, icon: Picture, self = false, onOpen } = node
  const body = (
    <>
      <Picture size={16} />
      <span className="flex min-w-0 flex-col text-left"><span className="clip text-s font-medium">{label}</span><span className="clip text-xs text-ink-2">{kind}{note && ` · ${note}`}</span></span>
    </>
  )
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      {onOpen && !self
        ? <button type="button" className="graph-node nodrag" style={{ width: size.width, height: size.height }} title={`${kind} ${label}, ${note}`} onClick={onOpen}>{body}</button>
        : <div className={`graph-node still ${self ? 'self' : ''}`} style={{ width: size.width, height: size.height }} title={`${kind} ${label}, ${note}`}>{body}</div>}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  )
}
