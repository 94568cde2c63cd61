import { z } from 'zod'
import { RunQuery } from './query.ts'
import { ViewState } from './view.ts'

const { columns, widths, group, nest, pinned, hidden, baseline, cards, split } = ViewState.shape
const { filter, stage, brushes, order } = RunQuery.shape

/** What a person changed of a view: the members that differ from what it is by itself. It stands in the address. */
export const ViewChanges = z.object({
  filter: filter.unwrap(), stage: stage.unwrap(), brushes: brushes.unwrap(), order: order.unwrap(),
  columns: columns.unwrap(), widths: widths.unwrap(), group: group.unwrap(), nest: nest.unwrap(), pinned: pinned.unwrap(), hidden: hidden.unwrap(), baseline: baseline.unwrap(), cards: cards.unwrap(), split: split.unwrap(),
}).partial()
export type ViewChanges = z.infer<typeof ViewChanges>

export function viewWith(base: ViewState, changes: ViewChanges): ViewState {
  const { filter: text, stage: which, brushes: drawn, order: sorted, ...own } = changes
  const query = { ...base.query, ...given({ filter: text, stage: which, brushes: drawn, order: sorted }) }
  return ViewState.parse({ ...base, ...given(own), query })
}

/** The members of the changes that say something else than the view does by itself. */
export function realChanges(base: ViewState, changes: ViewChanges): ViewChanges {
  const own: Readonly<Record<string, unknown>> = { ...base.query, ...base }
  return ViewChanges.parse(Object.fromEntries(Object.entries(changes).filter(([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(own[key]))))
}

/** Empty when nothing is changed. */
export function changesText(changes: ViewChanges): string {
  const text = JSON.stringify(changes)
  return text === '{}' ? '' : text
}

/** The changes of an address; members that cannot be read are left out. */
export function changesOf(text: string | undefined): ViewChanges {
  try {
    const read: unknown = JSON.parse(text || '{}')
    const entries = typeof read === 'object' && read !== null ? Object.entries(read) : []
    return ViewChanges.parse(Object.fromEntries(entries.filter(([key, value]) => ViewChanges.safeParse({ [key]: value }).success)))
  } catch {
    return {}
  }
}

function given(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}
