import type { Desk, OpenerSpec } from '#kit/desk.ts'

const viewers: readonly string[] = ['text', 'json', 'markdown', 'image']

/** What other areas do with a file, such as training with a script: more than another way to look at it. */
export function usesOf(desk: Pick<Desk, 'openersOf'>, path: string): readonly OpenerSpec[] {
  return desk.openersOf(path).filter(({ kind }) => !viewers.includes(kind))
}
