import type { Column } from '../../columns.ts'
import type { Python } from '../../step-kind.ts'

/** Columns of before the step whose unique name changes by it, as a Python dict from old to new; undefined when none does. */
export function relabelled(kept: readonly Column[], { q, after }: Python): string | undefined {
  const pairs = kept.filter(({ id }) => q(id) !== after(id)).map(({ id }) => `${q(id)}: ${after(id)}`)
  return pairs.length ? `{${pairs.join(', ')}}` : undefined
}
