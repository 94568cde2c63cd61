import { Progress } from '#kit/Progress.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import type { Wait } from '../../contract.ts'

/** Until the rows that an address means are known. */
export function PlaceWait({ wait }: { readonly wait: Wait | null }) {
  return (
    <div className="panel p-4 flex flex-col gap-3">
      {wait && <Progress label={wait.reason} {...(wait.progress === null ? {} : { done: wait.progress })} />}
      <Skeleton lines={8} height={20} label="Opening the data" />
    </div>
  )
}
