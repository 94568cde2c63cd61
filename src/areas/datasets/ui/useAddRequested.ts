import { useEffect, useEffectEvent } from 'react'
import { addRequested } from './add-requested.ts'

export function useAddRequested(add: () => void): void {
  const answer = useEffectEvent(() => {
    if (!addRequested.get()) return
    addRequested.set(false)
    add()
  })
  useEffect(() => {
    answer()
    return addRequested.subscribe(() => answer())
  }, [])
}
