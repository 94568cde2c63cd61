import type { News } from '#kit/desk.ts'
import type { Happening } from '#wire/events.ts'

/** Who hears of which single thing. */
export function openEars() {
  const ears = new Map<string, Set<() => void>>()

  function hear(news: News, heard: () => void): () => void {
    const key = keyOf(news)
    const those = ears.get(key) ?? new Set()
    ears.set(key, those.add(heard))
    return () => {
      those.delete(heard)
      if (those.size === 0 && ears.get(key) === those) ears.delete(key)
    }
  }

  function told({ area, ids }: Happening): void {
    for (const id of ids) for (const heard of ears.get(keyOf({ area, id })) ?? []) heard()
  }

  function all(): void {
    for (const those of ears.values()) for (const heard of those) heard()
  }

  return { hear, told, all }
}

function keyOf({ area, id }: News): string {
  return `${area} ${id}`
}
