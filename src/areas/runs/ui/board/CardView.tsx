import { never } from '#lib/never.ts'
import type { CardProps } from '../cards/card.ts'
import { kinds } from '../cards/kinds.ts'

/** The card's own view, by its kind. */
export function CardView({ card, ...props }: CardProps) {
  switch (card.kind) {
    case 'curves': return <kinds.curves.view {...props} card={card} />
    case 'scatter': return <kinds.scatter.view {...props} card={card} />
    case 'bar': return <kinds.bar.view {...props} card={card} />
    case 'box': return <kinds.box.view {...props} card={card} />
    case 'parallel': return <kinds.parallel.view {...props} card={card} />
    case 'importance': return <kinds.importance.view {...props} card={card} />
    case 'images': return <kinds.images.view {...props} card={card} />
    case 'note': return <kinds.note.view {...props} card={card} />
    default: return never(card)
  }
}
