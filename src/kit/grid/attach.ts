import type { Engine, Parts } from './engine.ts'
import { rowHeight } from './scene.ts'

/** Ties an engine to its elements and to what the browser tells of them; returns how to let go. */
export function attach(engine: Engine, parts: Parts): () => void {
  const { root } = parts
  const listening = new AbortController()
  const { signal } = listening
  let idle: ReturnType<typeof setTimeout> | undefined
  engine.attach(parts)
  root.addEventListener('scroll', () => {
    engine.scrolled(root.scrollTop, root.scrollLeft)
    if ('onscrollend' in root) return
    clearTimeout(idle)
    idle = setTimeout(engine.settled, 150)
  }, { signal, passive: true })
  root.addEventListener('scrollend', engine.settled, { signal })
  root.addEventListener('wheel', (event) => {
    if (event.ctrlKey) return
    const unit = [1, rowHeight, root.clientHeight][event.deltaMode] ?? 1
    if (engine.wheel(event.deltaY * unit, event.deltaX * unit)) event.preventDefault()
  }, { signal, passive: false })
  root.addEventListener('pointerdown', (event) => {
    if (event.target === root && event.offsetX >= root.clientWidth) engine.drag()
  }, { signal })
  const observer = new ResizeObserver(() => engine.resize(root.clientWidth, root.clientHeight))
  observer.observe(root)
  engine.resize(root.clientWidth, root.clientHeight)
  return () => {
    listening.abort()
    observer.disconnect()
    clearTimeout(idle)
    engine.detach()
  }
}
