import { X } from 'lucide-react'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { Button } from './Button.tsx'

export interface ProgressProps {
  readonly label: string
  /** 0 to 1; undefined while the end is not known. */
  readonly done?: number | undefined
  /** Why it waits, or what it does now. */
  readonly reason?: string | undefined
  readonly onCancel?: (() => void) | undefined
  /** On one line, for bars and the status line. */
  readonly slim?: boolean
}

export function Progress({ slim = false, ...props }: ProgressProps) {
  const { done } = props
  const percent = done === undefined ? undefined : Math.round(Math.min(1, Math.max(0, done)) * 100)
  const Layout = slim ? SlimProgress : WideProgress
  return <Layout {...props} percent={percent} />
}

type Shown = ProgressProps & { readonly percent: number | undefined }

function SlimProgress({ label, percent, reason, onCancel }: Shown) {
  return (
    <div className="flex items-center gap-1.5 min-w-0">
      <span className="clip shrink-[0.2]">{label}</span>
      <Bar label={label} percent={percent} wide={false} />
      {percent !== undefined && <span className="flex-none">{percent} %</span>}
      {reason && <span className="clip">{reason}</span>}
      {onCancel && <Button variant="ghost" size="s" icon={X} label={`Cancel: ${label}`} onPress={onCancel} />}
    </div>
  )
}

function WideProgress({ label, percent, reason, onCancel }: Shown) {
  return (
    <div className="flex flex-col gap-1 min-w-0">
      <span className="flex items-center gap-2 min-w-0 text-s">
        <span className="clip">{label}</span>
        <span className="sp text-xs text-ink-2 whitespace-nowrap">{percent === undefined ? '' : `${percent} %`}</span>
        {onCancel && <Button variant="ghost" size="s" icon={X} label={`Cancel: ${label}`} onPress={onCancel} />}
      </span>
      <Bar label={label} percent={percent} wide />
      {reason && <span className="clip text-xs text-ink-2">{reason}</span>}
    </div>
  )
}

function Bar({ label, percent, wide }: { readonly label: string; readonly percent: number | undefined; readonly wide: boolean }) {
  return (
    <ProgressBar value={percent ?? 0} isIndeterminate={percent === undefined} aria-label={label} className={`prog ${wide ? 'wide' : ''} ${percent === undefined ? 'unsure' : ''}`}>
      <i style={percent === undefined ? {} : { width: `${percent}%` }} />
    </ProgressBar>
  )
}
