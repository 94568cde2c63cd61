import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'

/** What happened and what to do; the server's sentences say both. */
export function ProblemNote({ error, onRetry, retryLabel = 'Try again', children }: { readonly error: unknown; readonly onRetry?: () => void; readonly retryLabel?: string; readonly children?: ReactNode }) {
  return (
    <div className="note problem" role="alert">
      <CircleAlert size={15} />
      <div className="words">{sentenceOf(error)}{children}</div>
      {onRetry && <Button size="s" onPress={onRetry}>{retryLabel}</Button>}
    </div>
  )
}

function sentenceOf(error: unknown): string {
  if (error instanceof Error && error.message) return error.message
  return typeof error === 'string' ? error : 'Something went wrong and did not say what. Try again; if it stays, restart Atelier.'
}
