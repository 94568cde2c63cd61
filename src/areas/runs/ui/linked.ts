import { subscribable } from '#lib/subscribable.ts'
import type { Subscribable } from '#lib/subscribable.ts'

/** What is one across the table and all cards of a view: the pointer's run, the chosen runs, the place along x. Brushes belong to the view's state. */
export interface Linked {
  /** The id of a run or of a group (`CardGroup.id`) that the pointer or the keyboard stands on. */
  readonly hovered: Subscribable<string | undefined>
  /** Ids of the runs that are chosen in the table or on a card. */
  readonly selected: Subscribable<readonly string[]>
  /** The filter that stands in the field cannot be read, so that what is shown is not by it. */
  readonly refused: Subscribable<boolean>
  /** The card that was just added: it comes into sight and takes the focus. */
  readonly added: Subscribable<string | undefined>
  /** Where the pointer stands along the x of curves; `over` is what x means, so that only cards with the same x follow. */
  readonly along: Subscribable<{ readonly over: string; readonly x: number } | undefined>
}

export function openLinked(): Linked {
  return { hovered: subscribable<string | undefined>(undefined), selected: subscribable<readonly string[]>([]), refused: subscribable(false), added: subscribable<string | undefined>(undefined), along: subscribable<{ readonly over: string; readonly x: number } | undefined>(undefined) }
}
