import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { given } from '#lib/given.ts'
import { KeyHint } from './KeyHint.tsx'

/** The child must be able to take the focus: a button or a link of the kit. */
export function Tooltip({ text, keyHint, placement, children }: { readonly text: string; readonly keyHint?: string; readonly placement?: 'top' | 'right' | 'bottom' | 'left'; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <AriaTooltip className="tip" offset={6} {...given({ placement })}>{text}{keyHint && <KeyHint keys={keyHint} />}</AriaTooltip>
    </TooltipTrigger>
  )
}
