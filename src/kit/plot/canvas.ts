/** The pen of an empty canvas of that size in CSS pixels, sharp on this screen; null where there is no room yet. */
export function emptyCanvas(canvas: HTMLCanvasElement | null, { width, height }: { readonly width: number; readonly height: number }): CanvasRenderingContext2D | null {
  if (!canvas || width <= 0 || height <= 0) return null
  const ratio = window.devicePixelRatio || 1
  const [wide, tall] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== wide || canvas.height !== tall) {
    canvas.width = wide
    canvas.height = tall
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
  }
  const pen = canvas.getContext('2d')
  pen?.setTransform(1, 0, 0, 1, 0, 0)
  pen?.clearRect(0, 0, wide, tall)
  pen?.setTransform(ratio, 0, 0, ratio, 0, 0)
  return pen
}
