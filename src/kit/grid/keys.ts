import type { Size } from './selection.ts'
import type { Cell } from './types.ts'

export interface Press {
  readonly key: string
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
}

export type CellCommand = 'all' | 'copy' | 'find' | 'goto' | 'inspect' | 'menu' | 'collapse' | 'row' | 'column'
export type HeadCommand =
  | { readonly kind: 'to'; readonly col: number }
  | { readonly kind: 'body' }
  | { readonly kind: 'sort'; readonly additive: boolean }
  | { readonly kind: 'menu' }
  | { readonly kind: 'nudge'; readonly by: -1 | 1 }
  | { readonly kind: 'resize'; readonly by: number }

const modCommands: Readonly<Record<string, CellCommand>> = { a: 'all', c: 'copy', f: 'find', g: 'goto' }

/** Where a key moves the active cell. Row -1 is the head. */
export function stepOf({ key, mod, alt }: Press, { row, col }: Cell, { rows, cols, page }: Size & { page: number }): Cell | undefined {
  if (alt) return undefined
  const [bottom, right] = [rows - 1, cols - 1]
  const table: Readonly<Record<string, Cell>> = {
    ArrowUp: { row: mod ? 0 : row - 1, col },
    ArrowDown: { row: mod ? bottom : Math.min(bottom, row + 1), col },
    ArrowLeft: { row, col: mod ? 0 : Math.max(0, col - 1) },
    ArrowRight: { row, col: mod ? right : Math.min(right, col + 1) },
    PageUp: { row: Math.max(0, row - page), col },
    PageDown: { row: Math.min(bottom, row + page), col },
    Home: mod ? { row: 0, col: 0 } : { row, col: 0 },
    End: mod ? { row: bottom, col: right } : { row, col: right },
  }
  return table[key]
}

export function cellCommandOf(press: Press): CellCommand | undefined {
  const { key, mod, shift } = press
  if (isMenu(press)) return 'menu'
  if (key === ' ') return shift ? 'row' : mod ? 'column' : undefined
  if (mod) return modCommands[key.toLowerCase()]
  return key === 'Enter' || key === 'F2' ? 'inspect' : key === 'Escape' ? 'collapse' : undefined
}

export function headCommandOf(press: Press, col: number, cols: number): HeadCommand | undefined {
  if (isMenu(press)) return { kind: 'menu' }
  const table: Readonly<Record<string, HeadCommand>> = {
    ArrowLeft: sideways(press, col, -1, cols),
    ArrowRight: sideways(press, col, 1, cols),
    Enter: { kind: 'sort', additive: press.shift },
    ' ': { kind: 'sort', additive: press.shift },
    ArrowDown: { kind: 'body' },
    Escape: { kind: 'body' },
    Home: { kind: 'to', col: 0 },
    End: { kind: 'to', col: cols - 1 },
  }
  return table[press.key]
}

function sideways({ mod, shift, alt }: Press, col: number, by: -1 | 1, cols: number): HeadCommand {
  if (alt) return { kind: 'nudge', by }
  return mod ? { kind: 'resize', by: by * (shift ? 1 : 8) } : { kind: 'to', col: Math.min(cols - 1, Math.max(0, col + by)) }
}

function isMenu({ key, shift }: Press): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shift)
}
