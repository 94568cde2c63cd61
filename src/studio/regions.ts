/** Moves the focus to the next region of the page that can be seen; regions carry `data-region`. */
export function cycleRegions(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null)
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[here < 0 ? (by > 0 ? 0 : regions.length - 1) : (here + by + regions.length) % regions.length]
  if (next) focusIn(next)
}

const reachable = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]'

/** The region's own place for the focus, else the first thing in it that takes one, else the region. */
export function focusIn(region: HTMLElement): void {
  const first = [...region.querySelectorAll<HTMLElement>('[data-focus-first]')].find((one) => one.offsetParent !== null)
  const found = first ?? [...region.querySelectorAll<HTMLElement>(reachable)].find((one) => one.offsetParent !== null && one.tabIndex >= 0)
  ;(found ?? region).focus()
}

const settle = 60

/** Puts the focus into the panel in front once the dock has moved, unless it is there already or a dialog asks. */
export function focusFront(): void {
  setTimeout(() => {
    if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
    const front = [...document.querySelectorAll<HTMLElement>('[data-region="dock"] [data-focus-first]')].find((one) => one.offsetParent !== null)
    if (front && !front.contains(document.activeElement)) front.focus()
  }, settle)
}

/** Gives the focus to a region if what was just done left it nowhere. */
export function focusIfLost(name: string): void {
  setTimeout(() => {
    const region = document.querySelector<HTMLElement>(`[data-region="${name}"]`)
    if (region && (document.activeElement === null || document.activeElement === document.body)) focusIn(region)
  }, settle)
}
