import { useEffect, useState } from 'react'

/** The value once it has stood still for a while; undefined comes at once. */
export function useSettled<T>(value: T | undefined, ms: number): T | undefined {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === undefined ? 0 : ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return value === undefined ? undefined : settled
}
