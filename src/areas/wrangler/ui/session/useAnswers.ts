import { useEffect, useRef } from 'react'
import { useDesk } from '#kit/desk.ts'

/** What this panel does for its commands while it is the active one. */
export function useAnswers(active: boolean, answers: Readonly<Record<string, () => void>>): void {
  const desk = useDesk()
  const latest = useRef(answers)
  const ids = Object.keys(answers).join(' ')
  useEffect(() => { latest.current = answers })
  useEffect(() => {
    if (!active) return
    const stops = ids.split(' ').map((id) => desk.answer(id, () => latest.current[id]?.()))
    return () => { for (const stop of stops) stop() }
  }, [active, desk, ids])
}
