import { useEffect } from 'react'
import { isForText, keyOf } from './keys.ts'
import type { Studio } from './studio.ts'

/** Keys of commands, before the panels see them; a text field keeps the keys that are for text. */
export function useKeys({ commands, desk }: Studio): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || isModal(event.target)) return
      const key = keyOf(event)
      if (isForText(key) && takesText(event.target)) return
      const spec = commands.byKey(key)
      if (!spec) return
      event.preventDefault()
      event.stopPropagation()
      commands.run(spec.id, desk)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [commands, desk])
}

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target.isContentEditable || target.closest('.monaco-editor') !== null
}

/** A dialog answers its own keys. */
function isModal(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null && target.closest('[data-palette]') === null
}
