import { z } from 'zod'

const Tab = z.looseObject({ type: z.literal('tab'), id: z.string().optional(), component: z.string().optional(), config: z.unknown().optional() })
type Tab = z.infer<typeof Tab>
const Branch = z.looseObject({ type: z.string(), children: z.array(z.unknown()) })

/**
 * The layout that a window saves, with the tabs that another window of the same session opened meanwhile: those that stand in the stored layout, that this
 * window neither has nor closed, and that show something else than any of its own.
 */
export function withOtherTabs({ mine, stored, closed }: { readonly mine: unknown; readonly stored: unknown; readonly closed: readonly string[] }): { readonly layout: unknown; readonly others: number } {
  const own = tabsIn(mine)
  const ids = new Set([...own.map(({ id }) => id), ...closed])
  const shown = new Set(own.map(identityOf))
  const others = tabsIn(stored).filter((tab) => tab.id !== undefined && !ids.has(tab.id) && !shown.has(identityOf(tab)))
  return others.length === 0 ? { layout: mine, others: 0 } : { layout: withTabs(mine, others), others: others.length }
}

export function tabsIn(node: unknown): Tab[] {
  const tab = Tab.safeParse(node)
  if (tab.success) return [tab.data]
  const branch = Branch.safeParse(node)
  return branch.success ? branch.data.children.flatMap(tabsIn) : []
}

function identityOf({ component, config }: Tab): string {
  return JSON.stringify([component, config ?? {}])
}

/** Into the first group of tabs. */
function withTabs(node: unknown, tabs: readonly Tab[]): unknown {
  const branch = Branch.safeParse(node)
  if (!branch.success) return node
  const { type, children } = branch.data
  if (type === 'tabset') return { ...branch.data, children: [...children, ...tabs] }
  const at = children.findIndex(holdsGroup)
  return { ...branch.data, children: children.map((child, i) => (i === at ? withTabs(child, tabs) : child)) }
}

function holdsGroup(node: unknown): boolean {
  const branch = Branch.safeParse(node)
  return branch.success && (branch.data.type === 'tabset' || branch.data.children.some(holdsGroup))
}
