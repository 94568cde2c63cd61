import { useEffect, useRef } from 'react'

/** Runs once for each key that comes. */
export function useRunOnce(key: string | undefined, run: () => void): void {
  const done = useRef<string>(undefined)
  const latest = useRef(run)
  useEffect(() => { latest.current = run })
  useEffect(() => {
    if (key === undefined || done.current === key) return
    done.current = key
    latest.current()
  }, [key])
}
