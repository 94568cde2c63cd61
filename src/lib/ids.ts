/** A short sortable id: time in base 36, then chance. */
export function newId(prefix: string): string {
  const chance = crypto.getRandomValues(new Uint32Array(2))
  return `${prefix}_${Date.now().toString(36)}${[...chance].map((n) => n.toString(36)).join('').slice(0, 8)}`
}
