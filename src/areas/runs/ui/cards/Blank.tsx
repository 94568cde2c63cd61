import { CardFrame } from '../board/CardFrame.tsx'
import type { CardProps, CardSettingsProps } from './card.ts'

/** Stands for a kind of card that draws nothing yet. */
export function Blank({ frame, card }: Pick<CardProps, 'frame' | 'card'>) {
  return <CardFrame {...frame} title={card.title || frame.kindTitle}><p className="p-3 text-s text-ink-2">This kind of card draws nothing yet.</p></CardFrame>
}

export function BlankSettings(_: Pick<CardSettingsProps, 'card'>) {
  return <p className="text-s text-ink-2">This kind of card has no settings yet.</p>
}
