import { Markdown } from '#kit/Markdown.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { CardFrame } from '../board/CardFrame.tsx'
import type { CardProps, CardSettingsProps } from './card.ts'

/** Words beside the charts. */
export function NoteCard({ card, frame }: CardProps<'note'>) {
  return (
    <CardFrame {...frame} title={card.title || 'Note'}>
      {card.text ? <div className="cardnote"><Markdown text={card.text} /></div> : <p className="cardempty">An empty note. <button type="button" className="link" onClick={frame.onEdit}>Write it</button></p>}
    </CardFrame>
  )
}

export function NoteSettings({ card, onChange }: CardSettingsProps<'note'>) {
  return <TextArea label="Text in Markdown" value={card.text} onChange={(text) => onChange({ ...card, text })} rows={12} />
}
