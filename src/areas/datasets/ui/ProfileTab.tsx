import { Columns3, Search } from 'lucide-react'
import { useState } from 'react'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Version } from '../domain/dataset.ts'
import type { Profile } from '../domain/profile.ts'
import { JobNote } from './JobNote.tsx'
import { ordered } from './profile-order.ts'
import type { ProfileOrder } from './profile-order.ts'
import { ProfileTable } from './ProfileTable.tsx'
import { useProfile } from './useProfile.ts'
import { countOf, plural } from './words.ts'

/** What each column of a version holds, counted over all rows by a job that can be stopped. */
export function ProfileTab({ version }: { readonly version: Version }) {
  const { job, found, begin, problem, waiting } = useProfile(version)
  if (version.columns.length === 0) return <Empty icon={Columns3} title="Nothing to profile" text="This version has no columns." />
  if (problem) return <div className="p-4"><ProblemNote error={problem} onRetry={begin} /></div>
  if (found) return <Found profile={found} />
  return (
    <div className="flex flex-col gap-4 p-4">
      {job && <JobNote job={job} onRetry={begin} />}
      {waiting && <Skeleton lines={10} height={28} label={`Profiling ${version.dataset}`} />}
    </div>
  )
}

const most = 500

function Found({ profile }: { readonly profile: Profile }) {
  const [filter, setFilter] = useState('')
  const [order, setOrder] = useState<ProfileOrder>({ by: 'place', down: false })
  const fitting = ordered(profile, order).filter(({ column: { name, type } }) => `${name} ${type}`.toLowerCase().includes(filter.toLowerCase()))
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-4">
      <div className="flex items-center gap-3">
        <div className="w-[260px]"><TextField label="Find a column" hideLabel icon={Search} type="search" placeholder="Find a column" value={filter} onChange={setFilter} /></div>
        <span className="text-s text-ink-2">{plural(profile.columns.length, 'column')} · {countOf(profile.rows)} rows · {profile.scope} · {(profile.ms / 1000).toFixed(1)} s</span>
      </div>
      <div className="min-h-0 flex-1 overflow-auto rounded-2 border border-line bg-surface" role="region" aria-label="Profile" tabIndex={0}>
        <ProfileTable profile={profile} shown={fitting.slice(0, most)} order={order} onOrder={setOrder} />
        {fitting.length > most && <p className="p-3 text-s text-ink-2">The first {most} of {countOf(fitting.length)} columns. Type above to find another.</p>}
        {fitting.length === 0 && <p className="p-3 text-s text-ink-2">No column matches “{filter}”.</p>}
      </div>
    </div>
  )
}
