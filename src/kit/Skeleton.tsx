/** Stands where lines will be, of the size they will have. */
export function Skeleton({ lines = 1, width = '100%', height = 14, label = 'Loading' }: { readonly lines?: number; readonly width?: number | string; readonly height?: number; readonly label?: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-2">
      {Array.from({ length: lines }, (_, line) => <div key={line} className="skeleton" style={{ width: lines > 1 && line === lines - 1 ? '60%' : width, height }} />)}
    </div>
  )
}
