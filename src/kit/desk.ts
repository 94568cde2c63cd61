import { createContext, useContext, useEffect, useRef } from 'react'
import type { ComponentType } from 'react'

/** What a panel is opened with; it stands in the address, so it is small and plain. */
export type Params = Readonly<Record<string, string>>

export interface PanelProps {
  readonly params: Params
  /** Where the panel's tab stands: a panel keeps its view (filters, zoom, selection) in its params, so that the address restores it. */
  /** Merged into the present ones; an empty value takes a param away. */
  readonly setParams: (change: Params) => void
  readonly setTitle: (title: string) => void
  /** A dirty tab carries a mark and asks before it closes. */
  readonly setDirty: (dirty: boolean) => void
  readonly close: () => void
  /** True while it is the selected tab of the active group. */
  readonly active: boolean
}

export interface PanelSpec {
  /** Unique over all areas, e.g. `wrangler`. */
  readonly kind: string
  readonly title: (params: Params) => string
  readonly icon: ComponentType<{ size?: number | string }>
  readonly view: ComponentType<PanelProps>
  /** `main` is a dock tab; `left` and `right` stand on the side bar under their icon and draw their own head (kit/Head). */
  readonly place: 'main' | 'left' | 'right'
  /** What makes two openings the same tab; the panel's kind and these params. Default: all params. */
  readonly identity?: readonly string[]
  /** A step on the way to another view: not kept among recent work. */
  readonly passing?: true
  /** A view that stands on the left bar as well, below the side panels; opened with no params. */
  readonly rail?: true
  /** Shown as a card in the launcher and opened with no params. */
  readonly launcher?: { readonly group: string; readonly about: string }
}

export interface CommandSpec {
  /** `area.verb`, e.g. `files.newFile`. */
  readonly id: string
  readonly title: string
  /** e.g. `Mod+S`, `Shift+Mod+F`; Mod is Ctrl, or Cmd on a Mac. Several are parted by a space. */
  readonly key?: string
  /** Offered only while a panel of this kind is active; its view answers by `useCommandHere`. */
  readonly panel?: string
  readonly run?: (desk: Desk) => void
}

/** A file name's ending that opens in a panel; the first opener of an ending is the default, the others are under Open with. */
export interface OpenerSpec {
  readonly kind: string
  readonly title: string
  readonly matches: (path: string) => boolean
  /** Comes after the openers of all areas: the plain way to see a file. */
  readonly fallback?: boolean
}

/** A thing that the palette can open, such as a file or a data set. */
export interface PaletteItem {
  readonly id: string
  readonly label: string
  /** Small words at the right, e.g. a folder or a count. */
  readonly note?: string
  readonly icon?: ComponentType<{ size?: number | string }>
  readonly run: (desk: Desk) => void
}

export interface PaletteSource {
  /** Head of its part of the list, e.g. `Data sets`. */
  readonly title: string
  /** Asked with each change of what is typed; the palette ranks what it gives. */
  readonly items: (query: string, signal: AbortSignal) => Promise<readonly PaletteItem[]>
}

export interface AreaUi {
  readonly panels: readonly PanelSpec[]
  readonly commands?: readonly CommandSpec[]
  readonly openers?: readonly OpenerSpec[]
  readonly palette?: PaletteSource
}

export interface Notice {
  readonly kind: 'info' | 'good' | 'warn' | 'bad'
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Whose news are heard: an area of the event stream and an id in it. */
export interface News { readonly area: string; readonly id: string }

/** What the studio offers to the panels. */
export interface Desk {
  readonly open: (kind: string, params?: Params, where?: { readonly beside?: boolean }) => void
  /** Opens a workspace file with its default opener, or with the opener of that panel kind. */
  readonly openFile: (path: string, kind?: string) => void
  readonly openersOf: (path: string) => readonly OpenerSpec[]
  readonly run: (commandId: string) => void
  readonly notify: (notice: Notice) => void
  /** The address that opens this panel, to share. */
  readonly addressOf: (kind: string, params: Params) => string
  readonly theme: 'light' | 'dark'
  /** Registers what answers a command while the caller is mounted and active; returns how to take it back. */
  readonly answer: (commandId: string, run: () => void) => () => void
  /** Calls at once when the server tells of this thing, and when it may have told unheard; returns how to stop. */
  readonly hear: (news: News, heard: () => void) => () => void
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('A panel stands outside the studio.')
  return desk
}

/** While `active`, this panel answers the command. */
export function useCommandHere(commandId: string, active: boolean, run: () => void): void {
  const { answer } = useDesk()
  const latest = useRef(run)
  useEffect(() => { latest.current = run })
  useEffect(() => (active ? answer(commandId, () => latest.current()) : undefined), [answer, commandId, active])
}
