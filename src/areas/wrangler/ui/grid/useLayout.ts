import { useState } from 'react'
import { emptyLayout } from '#kit/grid/layout.ts'
import type { GridLayout } from '#kit/grid/types.ts'

const keepable = 1500

/** How the columns are arranged; it stands in the address as long as it is short. */
export function useLayout(text: string | undefined, setText: (text: string) => void) {
  const [layout, setLayout] = useState(() => layoutOf(text))
  return {
    layout,
    setLayout: (next: GridLayout) => {
      setLayout(next)
      const kept = JSON.stringify({ ...(next.order.length ? { o: next.order } : {}), ...(next.pinned.length ? { p: next.pinned } : {}), ...(next.hidden.length ? { h: next.hidden } : {}), ...(Object.keys(next.widths).length ? { w: next.widths } : {}) })
      setText(kept === '{}' || kept.length > keepable ? '' : kept)
    },
  }
}

function layoutOf(text: string | undefined): GridLayout {
  try {
    const kept: unknown = JSON.parse(text || '{}')
    return { ...emptyLayout, order: idsOf(kept, 'o'), pinned: idsOf(kept, 'p'), hidden: idsOf(kept, 'h'), widths: widthsOf(kept) }
  } catch {
    return emptyLayout
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
}

function idsOf(kept: unknown, name: string): string[] {
  const list = member(kept, name)
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}

function widthsOf(kept: unknown): Record<string, number> {
  const widths = member(kept, 'w')
  return Object.fromEntries(Object.entries(typeof widths === 'object' && widths !== null ? widths : {}).flatMap(([id, width]) => (typeof width === 'number' ? [[id, width]] : [])))
}
