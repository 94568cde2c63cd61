import { BoxSelect, CircleStop, Columns2, CopyPlus, Eye, EyeOff, FlagTriangleRight, NotebookPen, PackageCheck, Palette, Pencil, Pin, PinOff, RotateCcw, RotateCw, ScrollText, Square, SquareArrowOutUpRight, Tag, Trash2 } from 'lucide-react'
import type { MenuEntry } from '#kit/menu-entry.ts'
import { swatches } from './swatches.tsx'
import type { RunActs } from './useRunActs.ts'

export interface RunsMeant {
  readonly ids: readonly string[]
  readonly name: string
  /** All of them are softly deleted. */
  readonly deleted: boolean
  readonly pinned: boolean
  readonly hidden: boolean
  readonly baseline: boolean
  /** Some of them may still run. */
  readonly running: boolean
  /** The job of the one run that is meant, where the studio started it. */
  readonly job: string | null
}

export interface RunHands {
  readonly acts: RunActs
  readonly onPin: (ids: readonly string[], pinned: boolean) => void
  readonly onHide: (ids: readonly string[], hidden: boolean) => void
  readonly onBaseline: (on: boolean) => void
  readonly onlyThese: (ids: readonly string[]) => void
  readonly onRename: () => void
  readonly onTag: () => void
  readonly onNote: () => void
  readonly onStop: (job: string) => void
}

const colours = ['Blue', 'Orange', 'Green', 'Pink', 'Violet', 'Ochre', 'Sky', 'Grey']

/** What can be done to one run, to the runs of a group or to all that are ticked. */
export function runMenu(meant: RunsMeant, hands: RunHands): readonly MenuEntry[] {
  const { ids, name } = meant
  const [first] = ids
  const line = { kind: 'line' } as const
  if (ids.length === 1 && first !== undefined) return [{ kind: 'section', label: name }, ...openItems(first, hands), ...jobItems(meant, hands), line, ...markItems(meant, hands), line, { id: 'rename', label: 'Rename…', icon: Pencil, keyHint: 'F2', run: hands.onRename }, ...wordItems(meant, hands)]
  const compare = { id: 'compare', label: `Compare ${Math.min(50, ids.length)}`, icon: Columns2, keyHint: 'Alt+C', disabled: ids.length < 2, run: () => hands.acts.compare(ids) }
  return [{ kind: 'section', label: `${ids.length.toLocaleString('en-US')} runs` }, compare, line, ...markItems(meant, hands), line, ...wordItems(meant, hands)]
}

function openItems(id: string, { acts }: RunHands): readonly MenuEntry[] {
  return [
    { id: 'open', label: 'Open the run', icon: SquareArrowOutUpRight, keyHint: 'Enter', run: () => acts.open(id) },
    { id: 'register', label: 'Register its model…', icon: PackageCheck, run: () => acts.register(id) },
  ]
}

/** What its page offers for a run whose work is a job of the studio: it is stopped, never only called ended. */
function jobItems({ ids: [id = ''], job, running }: RunsMeant, { acts, onStop }: RunHands): readonly MenuEntry[] {
  if (job === null) return []
  return [
    { kind: 'line' },
    { id: 'job', label: 'Its job, with the log', icon: ScrollText, run: () => acts.openJob(job) },
    running ? { id: 'stop', label: 'Stop…', icon: Square, danger: true, run: () => onStop(job) } : { id: 'again', label: 'Run again…', icon: RotateCw, run: () => acts.again(id) },
    { id: 'clone', label: 'Clone…', icon: CopyPlus, run: () => acts.clone(id) },
  ]
}

function markItems({ ids, pinned, hidden, baseline }: RunsMeant, { acts, onPin, onHide, onBaseline, onlyThese }: RunHands): readonly MenuEntry[] {
  return [
    { id: 'baseline', label: baseline ? 'No baseline any more' : 'Make it the baseline', icon: FlagTriangleRight, keyHint: 'Alt+B', run: () => onBaseline(!baseline) },
    { id: 'pin', label: pinned ? 'Unpin' : 'Pin to the top', icon: pinned ? PinOff : Pin, keyHint: 'Alt+P', run: () => onPin(ids, !pinned) },
    { id: 'hide', label: hidden ? 'Show on the cards' : 'Hide from the cards', icon: hidden ? Eye : EyeOff, keyHint: 'Alt+H', run: () => onHide(ids, !hidden) },
    { id: 'only', label: 'Show only these on the cards', icon: BoxSelect, run: () => onlyThese(ids) },
    { kind: 'sub', id: 'colour', label: 'Colour', icon: Palette, items: [...colours.map((label, i) => ({ id: label, label, icon: swatches[i] ?? Palette, run: () => void acts.colour(ids, i + 1) })), { kind: 'line' }, { id: 'own', label: 'By itself', run: () => void acts.colour(ids, undefined) }] },
  ]
}

function wordItems({ ids, deleted, running, job }: RunsMeant, { acts, onNote, onTag }: RunHands): readonly MenuEntry[] {
  return [
    ...(running && job === null ? [{ id: 'ended', label: 'Mark as ended', icon: CircleStop, run: () => void acts.markEnded(ids) }] : []),
    { id: 'note', label: 'Note…', icon: NotebookPen, keyHint: 'Alt+N', run: onNote },
    { id: 'tag', label: 'Tag…', icon: Tag, keyHint: 'Alt+T', run: onTag },
    deleted
      ? { id: 'restore', label: 'Restore', icon: RotateCcw, run: () => void acts.restore(ids) }
      : { id: 'delete', label: ids.length === 1 ? 'Delete' : `Delete ${ids.length.toLocaleString('en-US')} runs`, icon: Trash2, keyHint: 'Delete', danger: true, run: () => void acts.remove(ids) },
  ]
}
