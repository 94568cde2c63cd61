import { ArrowDownWideNarrow, ArrowUpNarrowWide, ChevronDown } from 'lucide-react'
import type { PointerEvent, ReactNode } from 'react'
import { isNumericFamily } from './format.ts'
import { sortWords } from './sort-words.ts'
import { typeChip } from './type-chip.ts'
import type { GridColumn, GridFamily } from './types.ts'

interface Props {
  readonly id: string
  readonly column: GridColumn
  readonly position: number
  readonly left: number
  readonly width: number
  readonly pinned: boolean
  readonly focused: boolean
  readonly sorted: { readonly descending: boolean; readonly rank: number; readonly alone: boolean } | undefined
  readonly onPress: (event: PointerEvent) => void
  readonly onResize: (event: PointerEvent) => void
  readonly onFit: () => void
  readonly onMenu: ((at: DOMRect) => void) | undefined
  readonly children: ReactNode
}

export function HeadCell({ id, column, position, left, width, pinned, focused, sorted, onPress, onResize, onFit, onMenu, children }: Props) {
  const name = nameOf(column, position)
  return (
    <div
      id={id}
      role="columnheader"
      aria-colindex={position + 2}
      aria-label={name}
      aria-description={aboutOf(column, sorted)}
      className={['dg-hc', pinned && 'pin', isNumericFamily(column.family) && 'end', focused && 'act'].filter(Boolean).join(' ')}
      style={{ left, width }}
      aria-sort={sorted?.rank === 1 ? directionOf(sorted.descending) : undefined}
      onContextMenu={(event) => {
        if (onMenu) event.preventDefault()
        onMenu?.(event.currentTarget.getBoundingClientRect())
      }}
    >
      <div className="dg-name" onPointerDown={onPress}>
        <TypeChip type={column.type} />
        <b title={column.about ?? `${name} · ${column.type}`}>{name === column.name ? name : <i>“{column.name}”</i>}</b>
        {column.badge && <span className="dg-badge">{column.badge}</span>}
        <span className="dg-tools">
          {sorted ? <SortMark {...sorted} ways={sortWords[column.family]} /> : null}
          {onMenu ? <MenuButton name={name} onMenu={onMenu} /> : null}
        </span>
      </div>
      {children}
      <div className="dg-grip" aria-hidden onPointerDown={onResize} onDoubleClick={onFit} />
    </div>
  )
}

function aboutOf({ about, type }: GridColumn, sorted: Props['sorted']): string {
  return [about ?? type, sorted && !sorted.alone ? `sort key ${sorted.rank}` : ''].filter(Boolean).join(', ')
}

function TypeChip({ type }: { type: string }) {
  return type === '' ? null : <span className="dg-type" title={type}>{typeChip(type)}</span>
}

function nameOf({ name }: GridColumn, position: number): string {
  return name.trim() === '' ? `column ${position + 1}, without a name` : name
}

function directionOf(descending: boolean): 'descending' | 'ascending' {
  return descending ? 'descending' : 'ascending'
}

function MenuButton({ name, onMenu }: { name: string; onMenu: (at: DOMRect) => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`Menu of ${name}`}
      className="dg-menu"
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => onMenu(event.currentTarget.closest('.dg-hc')?.getBoundingClientRect() ?? new DOMRect())}
    >
      <ChevronDown size={13} strokeWidth={1.75} aria-hidden />
    </button>
  )
}

function SortMark({ descending, rank, alone, ways }: NonNullable<Props['sorted']> & { readonly ways: (typeof sortWords)[GridFamily] }) {
  const Icon = descending ? ArrowDownWideNarrow : ArrowUpNarrowWide
  return (
    <span className="dg-sort" title={`Sorted, ${descending ? ways.down : ways.up}`}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {alone ? null : <small>{rank}</small>}
    </span>
  )
}
