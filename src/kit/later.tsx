import { useEffect, useState } from 'react'
import type { ComponentType } from 'react'

const loads = new Set<() => Promise<unknown>>()
const first = Promise.withResolvers<void>()

/**
 * A view that is no part of the first one, such as a menu: its script comes when it is first shown, or before with `fetchLater`.
 * Until then nothing stands in its place, or `before`, which has time until the first view is there.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, before?: ComponentType<P>): ComponentType<P> {
  let come: ComponentType<P> | undefined
  const fetched = async () => { come ??= await load() }
  loads.add(fetched)
  return function Later(props: P) {
    const [View, setView] = useState(() => come ?? before)
    useEffect(() => {
      let here = true
      const wanted = before ? first.promise.then(fetched) : fetched()
      wanted.then(() => { if (here) setView(() => come) }, () => undefined)
      return () => { here = false }
    }, [])
    return View ? <View {...props} /> : null
  }
}

/** Once the first view is there: fetches what was left out of it, so that it opens at once, even when the server is gone. */
export async function fetchLater(): Promise<void> {
  first.resolve()
  await Promise.allSettled([...loads].map((load) => load()))
}
