import { subscribable } from '#lib/subscribable.ts'

/** What was renamed or moved last in this page, so that open tabs follow. */
export const moved = subscribable<{ readonly from: string; readonly to: string } | undefined>(undefined)

/** Where a path is after the move; undefined when it was not concerned. */
export function followed(path: string, { from, to }: { readonly from: string; readonly to: string }): string | undefined {
  if (path === from) return to
  return path.startsWith(`${from}/`) ? to + path.slice(from.length) : undefined
}
