import type { Style } from '#lib/ansi.ts'
import { LogLine } from './LogLine.tsx'
import { lineHeight } from './useLogScroll.ts'

interface Props {
  readonly from: number
  readonly to: number
  readonly vy: number
  readonly atEnd: boolean
  readonly height: number
  readonly spacer: number
  readonly total: number
  readonly lineAt: (line: number) => { readonly text: string; readonly style: Style } | undefined
  readonly sought: string
  readonly chosen: number | undefined
  readonly isHead: (text: string) => boolean
}

/** The lines in sight in a space as high as all of them; at the end the last one stands at the bottom, however high wrapped lines are. */
export function LogLines({ from, to, vy, atEnd, height, spacer, total, lineAt, sought, chosen, isHead }: Props) {
  const whole = total * lineHeight <= height
  const digits = { '--log-digits': total.toLocaleString('en-US').length }
  const lines = Array.from({ length: to - from }, (_, i) => ({ line: from + i, told: lineAt(from + i) }))
  return (
    <div className="logspace" style={{ ...digits, height: whole ? 'auto' : spacer }}>
      <div className={`logpane ${atEnd ? 'end' : ''} ${whole ? 'whole' : ''}`} style={whole ? {} : { height }}>
        <div style={{ transform: atEnd ? 'none' : `translateY(${from * lineHeight - vy}px)` }}>
          {lines.map(({ line, told }) => <LogLine key={line} line={line} told={told} sought={sought} at={line === chosen} head={told !== undefined && isHead(told.text)} />)}
        </div>
      </div>
    </div>
  )
}
