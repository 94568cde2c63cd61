import { useId, useImperativeHandle, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { given } from '#lib/given.ts'
import { answerKey } from './grid/answer-key.ts'
import { attach } from './grid/attach.ts'
import { createEngine } from './grid/engine.ts'
import { grouped } from './grid/format.ts'
import './grid/grid.css'
import { GridBody } from './grid/GridBody.tsx'
import { GridHead } from './grid/GridHead.tsx'
import { emptyLayout, placed as place } from './grid/layout.ts'
import { rowHeight } from './grid/scene.ts'
import { spacerOf } from './grid/scroll.ts'
import { clamped, selectCell } from './grid/selection.ts'
import type { GridLayout, GridProps } from './grid/types.ts'

/** A table of any length and width. It holds nothing but its scroll position: rows, selection and layout are given. */
export function DataGrid({ ref, ...props }: GridProps) {
  const { columns, rowCount, sort, head, onSelect, onColumnsChange, empty } = props
  const id = useId()
  const [engine] = useState(createEngine)
  const width = useSyncExternalStore(engine.subscribe, engine.width)
  const [headAt, setHeadAt] = useState<number>()
  const [draft, setDraft] = useState<GridLayout>()
  const [drop, setDrop] = useState<number>()
  const rootRef = useRef<HTMLDivElement>(null)
  const stickRef = useRef<HTMLDivElement>(null)
  const rowsRef = useRef<HTMLDivElement>(null)
  const laneRef = useRef<HTMLDivElement>(null)

  const layout = draft ?? props.layout ?? emptyLayout
  const headHeight = props.headHeight ?? (head ? 92 : 34)
  const labelWidth = props.labelWidth ?? labelWidthOf(props)
  const placed = place(columns, layout, Math.max(200, (width - labelWidth) * 0.7))
  const size = { rows: rowCount, cols: placed.columns.length }
  const selection = clamped(props.selection, size)
  const { cellsOf, marks, rowLabel, drawn, drawnLabel, rowState, onNeed, version } = props

  useLayoutEffect(() => {
    const [root, stick, rows, headLane] = [rootRef.current, stickRef.current, rowsRef.current, laneRef.current]
    return root && stick && rows && headLane ? attach(engine, { root, stick, rows, headLane }) : undefined
  }, [engine])
  useLayoutEffect(() => {
    engine.show({ id, placed, headHeight, labelWidth, headAt, selection, rowCount, cellsOf, onNeed, version, ...given({ marks, rowLabel, drawn, drawnLabel, rowState }) })
  })
  useImperativeHandle(ref, () => ({
    goToRow(row) {
      const cell = { row: Math.min(Math.max(0, row), rowCount - 1), col: selection.active?.col ?? 0 }
      if (rowCount === 0) return
      setHeadAt(undefined)
      engine.centre(cell.row)
      onSelect(selectCell(cell))
    },
    goToColumn(columnId) {
      const col = placed.columns.findIndex(({ column }) => column.id === columnId)
      if (col < 0) return
      engine.revealColumn(col)
      if (rowCount > 0) onSelect(selectCell({ row: selection.active?.row ?? engine.firstRow(), col }))
    },
    firstRow: engine.firstRow,
    shift: (rows) => engine.scrollBy(rows * rowHeight, 0),
    focus: () => rootRef.current?.focus({ preventScroll: true }),
  }))

  const gestures = { engine, columns, layout, placed, onDraft: setDraft, onDrop: setDrop, onColumnsChange: (next: GridLayout) => onColumnsChange?.(next) }
  const spacer = { height: headHeight + spacerOf({ rows: rowCount, rowHeight, view: 0 }), width: labelWidth + placed.pinnedWidth + placed.laneWidth + 48 }
  return (
    <div className={headAt === undefined ? 'dg' : 'dg in-head'}>
      <div
        ref={rootRef}
        role={rowState ? 'treegrid' : 'grid'}
        tabIndex={0}
        className="dg-scroll"
        aria-label={props.label}
        aria-rowcount={rowCount + 1}
        aria-colcount={size.cols + 1}
        aria-multiselectable
        onKeyDown={(event) => answerKey(event, { props: { ...props, selection }, engine, placed, layout, headAt, onHeadAt: setHeadAt })}
        onFocus={(event) => {
          if (event.target !== event.currentTarget || selection.active || rowCount === 0 || !event.currentTarget.matches(':focus-visible')) return
          onSelect(selectCell({ row: Math.min(engine.firstRow(), rowCount - 1), col: 0 }))
        }}
      >
        <div role="presentation" className="dg-spacer" style={spacer}>
          <div role="presentation" ref={stickRef} className="dg-stick">
            <GridHead
              id={id}
              height={headHeight}
              labelWidth={labelWidth}
              sort={sort}
              headAt={headAt}
              gestures={gestures}
              laneRef={laneRef}
              head={head}
              labelHead={props.labelHead}
              onSort={props.onSort}
              onHeaderMenu={props.onHeaderMenu}
            />
            <GridBody
              engine={engine}
              placed={placed}
              selection={selection}
              rowCount={rowCount}
              rowsRef={rowsRef}
              onPress={() => setHeadAt(undefined)}
              onPressed={props.onPress}
              onHover={props.onHover}
              onSelect={onSelect}
              onInspect={props.onInspect}
              onCellMenu={props.onCellMenu}
            />
          </div>
        </div>
      </div>
      {rowCount === 0 && empty ? <div className="dg-empty" style={{ top: headHeight }}>{empty}</div> : null}
      {drop === undefined ? null : <div className="dg-drop" style={{ left: drop - 1 }} />}
    </div>
  )
}

/** Room for the widest row number, so that the column does not change while one scrolls. */
function labelWidthOf({ rowCount, rowLabel, widestLabel }: Pick<GridProps, 'rowCount' | 'rowLabel' | 'widestLabel'>): number {
  const widest = widestLabel ?? (rowLabel && rowCount > 0 ? rowLabel(rowCount - 1) : '')
  return Math.max(52, Math.ceil(Math.max(widest.length, grouped(String(rowCount)).length) * 6.65) + 22)
}
