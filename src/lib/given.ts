/** The object without its undefined members, for props that may be absent but not undefined. */
export function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: unknown[][] = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept)
}
