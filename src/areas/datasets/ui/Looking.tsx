import { Button } from '#kit/Button.tsx'
import { Progress } from '#kit/Progress.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'

/** The first look at a source: why it takes a while, and a way to stop it. */
export function Looking({ path, going, onStop, onAgain }: { readonly path: string; readonly going: boolean; readonly onStop: () => void; readonly onAgain: () => void }) {
  if (!going) return <div className="flex items-center gap-3 p-4 text-s text-ink-2">Looking at {path} was stopped.<Button size="s" onPress={onAgain}>Look again</Button></div>
  return (
    <div className="flex flex-col gap-4 p-6">
      <div className="max-w-[560px]"><Progress label={`Looking at ${path}`} reason="The first rows tell how it is laid out and the types of its columns; the types are then held against up to a million rows." onCancel={onStop} /></div>
      <Skeleton lines={12} height={20} />
    </div>
  )
}
