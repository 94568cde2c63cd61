import type { Icon } from '#kit/icon.ts'

/** The eight colours that a run may be given, as icons of a menu. */
export const swatches: readonly Icon[] = Array.from({ length: 8 }, (_, i) => function Swatch() {
  return <span className="rn-swatch" style={{ background: `var(--c${i + 1})` }} aria-hidden />
})
