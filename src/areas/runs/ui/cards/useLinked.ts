import type { Linked } from '../linked.ts'
import { useValue } from '../useValue.ts'

/** What a chart of single runs needs of the shared hover and selection. */
export function useLinked(linked: Linked) {
  const hovered = useValue(linked.hovered)
  const selected = useValue(linked.selected)
  const pick = (id: string, more: boolean) => linked.selected.change((now) => (more ? (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]) : [id]))
  return { hovered, selected, onHover: linked.hovered.set, onPick: pick }
}
