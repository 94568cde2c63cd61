import { classColour } from '#kit/plot/palette.ts'
import type { Mark, ScatterAxis } from '#kit/plot/scatter/layout.ts'
import type { Area } from '#kit/plot/scatter/useArea.ts'
import { paretoFront } from '#stats/pareto.ts'
import { betterOf, columnOf } from '../../../domain/column.ts'
import type { Brush, CellValue } from '../../../domain/query.ts'
import type { CardOf, CardRuns } from '../card.ts'
import { columnData, textsOf } from '../column-data.ts'
import type { ColumnData } from '../column-data.ts'

interface Ask { readonly card: CardOf<'scatter'>; readonly data: { readonly ids: readonly string[]; readonly columns: readonly (readonly CellValue[])[] } | undefined; readonly runs: CardRuns }

export interface ScatterDrawn {
  readonly marks: readonly Mark[]
  readonly front: readonly Mark[]
  readonly x: ScatterAxis
  readonly y: ScatterAxis
  readonly key: readonly { readonly text: string; readonly colour: string }[]
  readonly missing: number
  readonly aims: string
}

/** Marks in the colours of their runs, or of the values of a third column; what brushes shut out is grey. */
export function scatterOf({ card, data, runs }: Ask): ScatterDrawn {
  const ids = (data?.ids ?? []).flatMap((id, at) => (runs.byId.has(id) && !runs.hidden.has(id) ? [{ id, at }] : []))
  const column = (name: string, i: number) => columnData(name, ids.map(({ at }) => data?.columns[i]?.[at] ?? null))
  const [x, y, third] = [column(card.across, 0), column(card.up, 1), card.colour === undefined ? undefined : column(card.colour, 2)]
  const [placeX, placeY] = [placer(x), placer(y)]
  const shown = new Set(runs.shown.map(({ id }) => id))
  const colours = third && colouring(third)
  const marks = ids.flatMap(({ id }, i) => {
    const run = runs.byId.get(id)
    const [left, up] = [placeX(x.values[i] ?? null), placeY(y.values[i] ?? null)]
    if (!run || left === undefined || up === undefined) return []
    const colour = shown.has(id) ? (colours?.of(third?.values[i] ?? null) ?? run.colour) : 'var(--line-strong)'
    return [{ id, name: run.name, colour, x: left, y: up }]
  })
  const seen = marks.filter(({ id }) => shown.has(id))
  const aims = [aimOf(card.across), aimOf(card.up)] as const
  return {
    marks, key: colours?.key ?? [], missing: ids.length - marks.length, aims: `${x.label} ${aims[0]}, ${y.label} ${aims[1]}`,
    front: card.pareto ? paretoFront(seen.map((mark) => [mark.x, mark.y]), aims).flatMap((at) => seen[at] ?? []) : [],
    x: axisOf(x, card.logX), y: axisOf(y, card.logY),
  }
}

function aimOf(column: string): 'lower' | 'higher' {
  const known = columnOf(column)
  return known?.family === 'metrics' ? betterOf(known.key) : 'lower'
}

function placer({ kind, values }: ColumnData): (value: number | string | null) => number | undefined {
  if (kind !== 'text') return (value) => (typeof value === 'number' ? value : undefined)
  const index = new Map(textsOf(values).map((text, i) => [text, i]))
  return (value) => (value === null ? undefined : index.get(String(value)))
}

function axisOf({ column, label, kind, values }: ColumnData, log: boolean): ScatterAxis {
  if (kind === 'text') return { name: label, texts: textsOf(values) }
  return { name: label, log, kind: column.endsWith('_time') ? 'time' : column === 'attributes.duration' ? 'duration' : 'number' }
}

function colouring({ values, kind }: ColumnData): { readonly of: (value: number | string | null) => string; readonly key: ScatterDrawn['key'] } {
  const texts = textsOf(values)
  if (kind !== 'text' && texts.length > 8) return heat(values.flatMap((value) => (typeof value === 'number' ? [value] : [])))
  const index = new Map(texts.map((text, i) => [text, i]))
  return { of: (value) => (value === null ? 'var(--c8)' : classColour(index.get(String(value)) ?? 7)), key: texts.slice(0, 8).map((text, i) => ({ text, colour: classColour(i) })) }
}

/** Numbers in five steps, by rank, so that outliers do not take the whole range. */
function heat(values: readonly number[]): { readonly of: (value: number | string | null) => string; readonly key: ScatterDrawn['key'] } {
  const sorted = [...values].sort((a, b) => a - b)
  const edges = [0.2, 0.4, 0.6, 0.8].map((share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  const step = (value: number) => edges.filter((edge) => value > edge).length
  return {
    of: (value) => (typeof value === 'number' ? `var(--h${Math.max(1, step(value))})` : 'var(--c8)'),
    key: [{ text: `≤ ${Number(edges[0]?.toPrecision(3))}`, colour: 'var(--h1)' }, { text: `> ${Number(edges[3]?.toPrecision(3))}`, colour: 'var(--h4)' }],
  }
}

export function areaOf({ across, up }: CardOf<'scatter'>, brushes: readonly Brush[]): Area | undefined {
  const part = (column: string) => { const brush = brushes.find((one) => one.column === column); return brush?.from !== undefined && brush.to !== undefined ? ([brush.from, brush.to] as const) : undefined }
  const [x, y] = [part(across), part(up)]
  return x || y ? { ...(x ? { x } : {}), ...(y ? { y } : {}) } : undefined
}

/** The brushes of both axes for an area; on an axis of texts the texts within. */
export function brushesOf({ across, up }: CardOf<'scatter'>, { x, y }: ScatterDrawn, area: Area | undefined): readonly { readonly column: string; readonly brush: Brush | undefined }[] {
  const brush = (column: string, axis: ScatterAxis, part: readonly [number, number] | undefined): Brush | undefined => {
    if (!part) return undefined
    return axis.texts ? { column, values: axis.texts.filter((_, i) => i >= part[0] && i <= part[1]) } : { column, from: part[0], to: part[1] }
  }
  return [{ column: across, brush: brush(across, x, area?.x) }, { column: up, brush: brush(up, y, area?.y) }]
}
