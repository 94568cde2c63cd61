import { useEffect } from 'react'
import type { RefObject } from 'react'

interface Given {
  readonly form: RefObject<HTMLFormElement | null>
  readonly isNew: boolean
  /** The path of the field where a new form begins. */
  readonly begin: string | undefined
  /** What is wrong with the step, in words. */
  readonly trouble: string | undefined
}

/** An opened form stands at the top of the list with the focus where one goes on; it stays in sight as it grows, and an error that comes up is brought there. */
export function useFormInSight({ form, isNew, begin, trouble }: Given): void {
  useEffect(() => {
    if (!form.current) return undefined
    const opened = form.current
    moveUp(opened, Infinity)
    focusFirst(opened, isNew, begin)
    const growth = new ResizeObserver(() => moveUp(opened, below(opened)))
    growth.observe(opened)
    return () => growth.disconnect()
  }, [form, isNew, begin])
  useEffect(() => {
    if (trouble !== undefined) form.current?.querySelector('.field .error')?.scrollIntoView({ block: 'nearest' })
  }, [form, trouble])
}

/** By so many pixels at most, until the card is at the top. Moves the list alone: `scrollIntoView` would move what stands around it, too. */
function moveUp(form: HTMLElement, most: number): void {
  const [card, list] = [form.closest('.wr-step'), form.closest('.wr-steps')]
  if (card && list) list.scrollTop += Math.min(most, card.getBoundingClientRect().top - list.getBoundingClientRect().top - 2)
}

/** How far the form reaches below what is seen of the list. */
function below(form: HTMLElement): number {
  const list = form.closest('.wr-steps')
  return list ? Math.max(0, form.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom + 8) : 0
}

const writable = 'input:not([disabled]), textarea, button:not([disabled])'

/** Into the field where a new form begins (an editor comes later, and takes the focus itself), or to the button that applies one where all stands. A step that is edited begins at its first field. */
function focusFirst(form: HTMLElement, isNew: boolean, begin: string | undefined): void {
  const field = begin === undefined ? undefined : form.querySelector(`[data-field="${begin}"]`)
  if (field?.querySelector('.wr-codefield')) return
  const start = field?.querySelector<HTMLElement>(writable) ?? (isNew ? form.querySelector<HTMLElement>('button[type="submit"]:not([disabled])') : undefined)
  const target = start ?? form.querySelector<HTMLElement>(writable)
  target?.focus({ preventScroll: true })
}
