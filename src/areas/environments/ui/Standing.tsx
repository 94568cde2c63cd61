import { CircleDashed, RefreshCw } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import type { EnvironmentHeadline } from '../domain/environment.ts'
import { BuildProgress } from './BuildProgress.tsx'
import { LastLines } from './LastLines.tsx'

/** What stands between the environment and its use; nothing where it is ready. `onLog` is left out where the log is in sight. */
export function Standing({ environment: { state, reason, job }, onLog }: { readonly environment: EnvironmentHeadline; readonly onLog: (() => void) | undefined }) {
  const log = onLog && <Button size="s" onPress={onLog}>Show the log</Button>
  switch (state) {
    case 'ready': return null
    case 'building': return job === null ? null : <div className="flex flex-none items-end gap-3 border-b border-line px-4 py-3"><div className="min-w-0 flex-1"><BuildProgress job={job} /></div>{log}</div>
    case 'failed': return <div className="flex-none border-b border-line px-4 py-3"><ProblemNote error={reason}>{job !== null && onLog && <LastLines job={job} />}{log && <div className="mt-2">{log}</div>}</ProblemNote></div>
    case 'missing': return <div className="flex-none border-b border-line px-4 py-3"><ProblemNote error={reason} /></div>
    case 'stale': return <p className="flex flex-none items-start gap-2 border-b border-line bg-warn-soft px-4 py-2 text-s"><RefreshCw size={15} className="mt-0.5" /><span className="min-w-0 wrap-anywhere">{reason} It is built anew when something needs it.</span></p>
    case 'unbuilt': return <p className="flex flex-none items-start gap-2 border-b border-line bg-sunken px-4 py-2 text-s"><CircleDashed size={15} className="mt-0.5" />{reason}</p>
  }
}
