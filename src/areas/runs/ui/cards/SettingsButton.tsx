import { SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#kit/Button.tsx'
import { Flyout } from '#kit/Flyout.tsx'

/** A card's settings beside it, so that their effect is seen. */
export function SettingsButton({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <Flyout label={`Settings of ${title}`} button={<Button variant="ghost" size="s" icon={SlidersHorizontal} label={`Settings of ${title}`} />}>{children}</Flyout>
}
