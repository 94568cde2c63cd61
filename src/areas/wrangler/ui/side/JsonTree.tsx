import { useState } from 'react'
import { Tree } from '#kit/Tree.tsx'
import type { TreeNode } from '#kit/Tree.tsx'

const most = 500

/** A nested value as a tree that opens by key. */
export function JsonTree({ value, label }: { readonly value: unknown; readonly label: string }) {
  const [expanded, setExpanded] = useState<readonly string[]>(['$'])
  const [selected, setSelected] = useState<readonly string[]>([])
  return <div className="wr-json"><Tree label={label} mode="single" nodes={[nodeOf('$', Array.isArray(value) ? 'list' : 'object', value)]} expanded={expanded} onExpand={setExpanded} selected={selected} onSelect={setSelected} /></div>
}

function nodeOf(id: string, name: string, value: unknown): TreeNode {
  if (typeof value !== 'object' || value === null) return { id, label: `${name}: ${typeof value === 'string' ? `“${value}”` : String(value)}` }
  const entries = Array.isArray(value) ? value.map((one, i): [string, unknown] => [String(i), one]) : Object.entries(value)
  const children = entries.slice(0, most).map(([key, one]) => nodeOf(`${id}.${key}`, key, one))
  return { id, label: name, note: Array.isArray(value) ? `${entries.length} items` : `${entries.length} keys`, children }
}
