import { useSyncExternalStore } from 'react'
import type { Subscribable } from '#lib/subscribable.ts'

export function useValue<T>(source: Subscribable<T>): T {
  return useSyncExternalStore(source.subscribe, source.get)
}
