import type { Drawn } from '#kit/grid/types.ts'
import type { GroupCell, TableRow } from '../../domain/query.ts'
import type { Places } from '../../domain/places.ts'
import type { ShownColumn } from '../../domain/shown-column.ts'
import { cellText, groupScope, groupText, oddText } from './cell-text.ts'
import { deltaOf } from './delta.ts'
import { box, icon, sparkline } from './nodes.ts'

/** What the name cell of a row says beside its name. */
export interface RowLook { readonly name: string; /** No row opens: there is no room for chevrons. */ readonly flat: boolean; readonly colour: string; readonly pinned: boolean; readonly baseline: boolean; readonly hidden: boolean; readonly opens: boolean }

export function drawName(row: TableRow, look: RowLook): Drawn {
  const { name } = look
  const marks = marksOf(row, look)
  const key = JSON.stringify([row.kind, name, row.depth, look, marks])
  return { key, look: 'rn-namecell', nodes: () => {
    const chevron = box('rn-chevron', ...(look.opens ? [icon('chevron', { size: 13 })] : []))
    if (look.opens) chevron.dataset['act'] = 'open'
    const swatch = box('rn-swatch')
    swatch.style.background = look.colour
    const words = box('rn-name', name)
    words.title = name
    const pad = box('rn-indent')
    pad.style.width = `${row.depth * 14}px`
    return [...(look.flat ? [] : [pad, chevron]), swatch, words, ...marks.map(markNode)]
  } }
}

type MarkWord = 'live' | 'waits' | 'failed' | 'stopped' | 'pinned' | 'hidden' | 'base' | 'deleted' | `${number} live`

function marksOf(row: TableRow, { pinned, baseline, hidden }: RowLook): readonly MarkWord[] {
  const own = row.kind === 'group' ? (row.running > 0 ? [`${row.running} live` as const] : []) : [...statusMarks(row.status), ...(row.stage === 'deleted' ? ['deleted' as const] : [])]
  return [...own, ...(baseline ? ['base' as const] : []), ...(pinned ? ['pinned' as const] : []), ...(hidden ? ['hidden' as const] : [])]
}

function statusMarks(status: string): readonly MarkWord[] {
  const words = new Map<string, MarkWord>([['RUNNING', 'live'], ['SCHEDULED', 'waits'], ['FAILED', 'failed'], ['KILLED', 'stopped']])
  const word = words.get(status)
  return word ? [word] : []
}

function markNode(word: MarkWord): Node {
  if (word === 'pinned') return icon('pin', { label: 'pinned' })
  if (word === 'base') return icon('baseline', { label: 'baseline' })
  if (word === 'hidden') return icon('hidden', { label: 'hidden from the cards' })
  const kind = word.endsWith('live') ? 'accent' : word === 'failed' ? 'bad' : ''
  return box(`rn-mark ${kind}`, word)
}

export function drawTick(state: 'on' | 'some' | 'off'): Drawn {
  return { key: state, nodes: () => {
    const tick = box(`rn-tick ${state}`, ...(state === 'off' ? [] : [icon(state === 'on' ? 'tick' : 'some', { size: 11 })]))
    tick.dataset['act'] = 'tick'
    return [tick]
  } }
}

/** A cell that shows a value, or that there is none. */
export function drawValue(shown: ShownColumn, row: TableRow, { index, now, numeric, places }: { readonly index: number; readonly now: number; readonly numeric: boolean; readonly places: Places }): Drawn {
  const look = numeric ? 'num' : ''
  if (row.kind === 'group') return drawGroup(groupText(shown, row.cells[index], now, places), row.cells[index], `${look} rn-group`)
  const value = row.cells[index]
  const text = cellText(shown, value, now, places)
  return text === undefined ? drawNone(look) : { key: `${text}\n${value}`, look, nodes: () => [typeof value === 'number' ? titled(text, wholeText(shown, value)) : document.createTextNode(text)] }
}

/** For the tooltip: the number as it was logged; a time or a span as the cell says it. */
function wholeText(shown: ShownColumn, value: number): string {
  return shown.column.family === 'attributes' ? (cellText(shown, value, 0) ?? '') : String(value)
}

function drawNone(look: string): Drawn {
  return { key: '∅', look: `${look} rn-none`, nodes: () => [box('', '–')] }
}

/** What a group comes to, and beside it how many of its runs the mean leaves out. */
function drawGroup(text: string | undefined, cell: GroupCell | undefined, look: string): Drawn {
  if (!cell) return drawNone(look)
  const scope = groupScope(cell)
  const odd = cell.same === null ? oddText(cell) : undefined
  if (odd !== undefined) return { key: `${text} ${odd}`, look: `${look} rn-odd`, nodes: () => [titled(text ?? '–', scope), icon('failed', { label: odd }), titled(`${cell.odd}/${cell.n}`, scope)] }
  if (text === undefined) return cell.n > 1 ? { key: `≠${cell.n}`, look: `${look} rn-none`, nodes: () => [titled('…', scope)] } : drawNone(look)
  return { key: `${text}\n${scope}`, look, nodes: () => [titled(text, scope)] }
}

/** The difference to the baseline: its sign, and a mark that tells better from worse without colour. */
export function drawDelta(metric: string, value: number | undefined, base: number | undefined, isBase: boolean): Drawn {
  if (isBase) return { key: 'base', look: 'num rn-none', nodes: () => [box('', 'base')] }
  if (value === undefined || base === undefined) return { key: '∅', look: 'num rn-none', nodes: () => [box('', '–')] }
  const { text, verdict } = deltaOf(metric, value, base)
  const arrow = { better: '▲', worse: '▼', same: '', neither: '' }[verdict]
  return { key: text + verdict, look: `num rn-delta ${verdict}`, nodes: () => [box('', text), ...(arrow ? [titled(arrow, verdict)] : [])] }
}

export function drawSpark(values: readonly number[] | undefined, { colour, metric }: { readonly colour: string; readonly metric: string }): Drawn {
  if (!values || values.length === 0) return { key: values ? '∅' : '…', look: 'rn-none', nodes: () => [box('', values ? '–' : '')] }
  const label = `${metric} from ${values[0]} to ${values.at(-1)}`
  return { key: `${colour} ${values.join()}`, look: 'rn-sparkcell', nodes: () => [sparkline(values, { colour, label })] }
}

/** The number of a run's or a group's cell. */
export function numberIn(row: TableRow, index: number): number | undefined {
  if (row.kind === 'run') {
    const value = row.cells[index]
    return typeof value === 'number' ? value : undefined
  }
  return meanOf(row.cells[index])
}

function meanOf(cell: GroupCell | undefined): number | undefined {
  if (!cell) return undefined
  return cell.mean ?? (typeof cell.same === 'number' ? cell.same : undefined)
}

function titled(text: string, title: string): HTMLElement {
  const element = box('', text)
  element.title = title
  return element
}
