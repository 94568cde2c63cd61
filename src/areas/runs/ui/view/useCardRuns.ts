import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { classColour } from '#kit/plot/palette.ts'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import { groupKey, groupLabel, groupRuns } from '../../domain/group-runs.ts'
import type { CellValue } from '../../domain/query.ts'
import type { ViewState } from '../../domain/view.ts'
import type { CardRun, CardRuns } from '../cards/card.ts'

export interface ViewRuns extends CardRuns {
  readonly matched: number
  readonly ms: number
  readonly there: boolean
  readonly error: Error | null
  readonly colourOfGroup: (values: readonly CellValue[]) => string
  readonly runsOfGroup: (values: readonly CellValue[]) => readonly string[]
}

const chosenColour = 'tags.atelier.color'

/** The runs of a view with their colours and groups. A brush changes which are shown, never their colours. */
export function useCardRuns({ query, group, hidden }: ViewState): ViewRuns {
  const columns = [...group, chosenColour]
  const whole = useQuery({ ...asking(runs.values, { query: { ...query, brushes: [] }, columns }), placeholderData: keepPreviousData, retry: false })
  const brushed = useQuery({ ...asking(runs.values, { query, columns }), placeholderData: keepPreviousData, retry: false, enabled: query.brushes.length > 0 })
  const kept = query.brushes.length > 0 ? (brushed.data ?? whole.data) : whole.data
  return { ...drawnRuns({ all: whole.data ?? nothing, kept: kept?.ids ?? [], group, hidden }), matched: kept?.matched ?? 0, ms: kept?.ms ?? 0, there: whole.data !== undefined, error: whole.error ?? brushed.error }
}

type Drawn = Omit<ViewRuns, 'matched' | 'ms' | 'there' | 'error'>
interface Known { readonly all: z.output<typeof runs.values.output> | typeof nothing; readonly kept: readonly string[]; readonly group: readonly string[]; readonly hidden: readonly string[] }

function drawnRuns({ all, kept, group, hidden }: Known): Drawn {
  const groups = group.length > 0 ? groupRuns({ ...all, columns: all.columns.slice(0, group.length) }) : []
  const colourOf = new Map(groups.map(({ key, rank }) => [key, classColour(rank % 7)]))
  const groupOf = new Map(groups.flatMap(({ key, runs: ids }) => ids.map((id) => [id, key] as const)))
  const own = all.columns[group.length] ?? []
  const byId = new Map(all.ids.map((id, i): [string, CardRun] => {
    const key = groupOf.get(id)
    const ordinal = all.ordinals[i] ?? 0
    return [id, { id, name: all.names[i] ?? id, ordinal, colour: ownColour(own[i]) ?? (key === undefined ? undefined : colourOf.get(key)) ?? classColour(ordinal % 7), group: key }]
  }))
  const away = new Set(hidden)
  const shown = kept.flatMap((id) => (away.has(id) ? [] : (byId.get(id) ?? [])))
  const shownByGroup = Map.groupBy(shown, ({ group: key }) => key)
  const runsOf = new Map(groups.map(({ key, runs: ids }) => [key, ids]))
  return {
    byId, shown, hidden: away,
    groups: groups.flatMap(({ key, values }) => {
      const members = shownByGroup.get(key)
      return members ? [{ id: key, label: groupLabel(group, values), colour: colourOf.get(key) ?? classColour(7), runs: members.map(({ id }) => id) }] : []
    }),
    colourOfGroup: (values) => colourOf.get(groupKey(values)) ?? classColour(7),
    runsOfGroup: (values) => runsOf.get(groupKey(values)) ?? [],
  }
}

const nothing = { ids: [], names: [], ordinals: [], columns: [] }

/** `1` to `8`, as the tag says. */
function ownColour(value: CellValue | undefined): string | undefined {
  const number = Number(value)
  return value !== null && value !== undefined && Number.isInteger(number) && number >= 1 && number <= 8 ? classColour(number - 1) : undefined
}
