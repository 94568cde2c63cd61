import { never } from '#lib/never.ts'
import type { CardSettingsProps } from '../cards/card.ts'
import { kinds } from '../cards/kinds.ts'

/** What can be chosen for a card, by its kind. */
export function CardSettings({ card, ...props }: CardSettingsProps) {
  switch (card.kind) {
    case 'curves': return <kinds.curves.settings {...props} card={card} />
    case 'scatter': return <kinds.scatter.settings {...props} card={card} />
    case 'bar': return <kinds.bar.settings {...props} card={card} />
    case 'box': return <kinds.box.settings {...props} card={card} />
    case 'parallel': return <kinds.parallel.settings {...props} card={card} />
    case 'importance': return <kinds.importance.settings {...props} card={card} />
    case 'images': return <kinds.images.settings {...props} card={card} />
    case 'note': return <kinds.note.settings {...props} card={card} />
    default: return never(card)
  }
}
