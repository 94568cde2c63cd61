/** Rung, or after so long by itself, who waits goes on; rung while nobody waits, the next does not wait. */
export function openBell() {
  let rung = false
  let wake: (() => void) | undefined

  function ring(): void {
    rung = true
    wake?.()
  }

  async function within(ms: number): Promise<void> {
    if (!rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        wake = () => { clearTimeout(timer); resolve() }
      })
    }
    rung = false
    wake = undefined
  }

  return { ring, within }
}
