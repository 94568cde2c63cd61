import { Component, useEffect } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import type { Card } from '../../domain/view.ts'
import type { CardProps, FrameHands } from '../cards/card.ts'
import { CardFrame } from './CardFrame.tsx'
import { CardView } from './CardView.tsx'
import { useValue } from '../useValue.ts'
import { useNear } from './useNear.ts'

/** The place of one card: its view is drawn only near the viewport, and a fault in it stays in it. */
export function CardSlot({ style, moving, ...props }: CardProps & { readonly style: CSSProperties; readonly moving: boolean }) {
  const { ref, near } = useNear<HTMLDivElement>()
  const { added } = props.linked
  const fresh = useValue(added) === props.card.id
  useEffect(() => {
    if (!fresh) return
    ref.current?.scrollIntoView({ block: 'nearest' })
    if (!near) return
    ref.current?.querySelector<HTMLElement>('.rn-cardgrip')?.focus({ preventScroll: true })
    added.set(undefined)
  }, [fresh, near, ref, added])
  return (
    <div ref={ref} className={`rn-slot${moving ? ' moving' : ''}`} style={style} data-card={props.card.id}>
      {near && <Fault card={props.card} frame={props.frame} title={props.card.title || props.frame.kindTitle}><CardView {...props} /></Fault>}
    </div>
  )
}

interface FaultProps { readonly card: Card; readonly children: ReactNode; readonly frame: FrameHands; readonly title: string }

interface FaultState { readonly error: unknown; readonly of: Card | undefined }

class Fault extends Component<FaultProps, FaultState> {
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  /** A changed card is tried again; its view stays mounted, with its zoom and focus. */
  static getDerivedStateFromProps({ card }: FaultProps, { of }: FaultState): FaultState | null {
    return card === of ? null : { error: undefined, of: card }
  }
  override state: FaultState = { error: undefined, of: undefined }
  override render() {
    const { error } = this.state
    const { children, frame, title } = this.props
    if (error === undefined) return children
    return <CardFrame {...frame} title={title}><div className="p-3"><ProblemNote error={error} onRetry={() => this.setState({ error: undefined })} /></div></CardFrame>
  }
}
