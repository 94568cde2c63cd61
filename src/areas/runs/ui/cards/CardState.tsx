import type { ReactNode } from 'react'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'

interface Asked { readonly isPending: boolean; readonly error: Error | null; readonly refetch: () => unknown }

/** The states of a card before its chart: a skeleton, what went wrong, or why there is nothing to draw. */
export function CardState({ asked, empty, children }: { readonly asked: Asked; readonly empty: ReactNode; readonly children: ReactNode }) {
  if (asked.error) return <div className="p-3"><ProblemNote error={asked.error} onRetry={() => { asked.refetch() }} /></div>
  if (asked.isPending) return <div className="cardwait"><Skeleton height={8} width="30%" label="Loading the chart" /><div className="skeleton flex-1" /></div>
  if (empty) return <p className="cardempty">{empty}</p>
  return children
}
