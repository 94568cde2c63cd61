import { Skeleton } from '#kit/Skeleton.tsx'

/** The shape of a view while its runs are read. */
export function ViewSkeleton() {
  return (
    <div className="panel rn">
      <div className="bar"><div className="w-80"><Skeleton height={18} label="Opening the runs" /></div></div>
      <div className="rn-split">
        <div className="rn-part p-3" style={{ width: '40%' }}><Skeleton lines={12} height={18} label="Reading the runs" /></div>
        <div className="rn-part rest rn-bones" aria-hidden>{Array.from({ length: 4 }, (_, i) => <div key={i} className="skeleton" />)}</div>
      </div>
    </div>
  )
}
