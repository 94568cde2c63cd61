import { LogLine } from './LogLine.tsx'
import { lineHeight } from './useLogScroll.ts'

interface Props { readonly from: number; readonly to: number; readonly vy: number; readonly atEnd: boolean; readonly height: number; readonly spacer: number; readonly total: number; readonly lineAt: (line: number) => string | undefined; readonly sought: string; readonly chosen: number | undefined }

/** The lines in sight in a space as high as all of them; at the end the last one stands at the bottom, however high wrapped lines are. */
export function LogLines({ from, to, vy, atEnd, height, spacer, total, lineAt, sought, chosen }: Props) {
  const whole = total * lineHeight <= height
  const lines = Array.from({ length: to - from }, (_, i) => from + i)
  return (
    <div className="logspace" style={whole ? {} : { height: spacer }}>
      <div className={`logpane ${atEnd ? 'end' : ''} ${whole ? 'whole' : ''}`} style={whole ? {} : { height }}>
        <div style={{ transform: atEnd ? 'none' : `translateY(${from * lineHeight - vy}px)` }}>
          {lines.map((line) => <LogLine key={line} line={line} text={lineAt(line)} sought={sought} at={line === chosen} />)}
        </div>
      </div>
    </div>
  )
}
