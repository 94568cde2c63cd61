import type { ReactNode } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'

/** What to do where the view of an address cannot be shown. */
export function NoView({ view, children }: { readonly view: boolean; readonly children: ReactNode }) {
  const desk = useDesk()
  return <div className="flex flex-col items-start gap-3">{children}<Button onPress={() => desk.open('runs')}>{view ? 'Show the saved views' : 'Show the experiments'}</Button></div>
}
