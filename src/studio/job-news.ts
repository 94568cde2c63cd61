import { jobs } from '#areas/jobs/contract.ts'
import { endNotice, isSeenIn } from '#areas/jobs/ui/end-notice.ts'
import type { Notice, Params } from '#kit/desk.ts'
import { ask } from '#wire/ask.ts'
import type { Happening } from '#wire/events.ts'

interface Needs { readonly active: () => { readonly kind: string; readonly params: Params } | undefined; readonly notify: (notice: Notice) => void; readonly open: (kind: string, params?: Params) => void }

const gather = 300
/** More ends at once than this are told in one sentence. */
const most = 3

/** Tells how jobs ended that nobody looks at. */
export function openJobNews({ active, notify, open }: Needs) {
  const over = new Set<string>()

  function heard({ area, ids, what }: Happening): void {
    if (area !== 'jobs' || !['done', 'failed', 'lost'].includes(what)) return
    if (over.size === 0) setTimeout(() => void tell(), gather)
    for (const id of ids) over.add(id)
  }

  async function tell(): Promise<void> {
    const ids = [...over]
    over.clear()
    const found = await Promise.all(ids.slice(0, 200).map((id) => ask(jobs.get, { id }).catch(() => undefined)))
    const view = active()
    const notices = found.flatMap((job) => {
      const notice = job && !isSeenIn(job, view) && endNotice(job)
      return job && notice ? [{ ...notice, action: { label: 'Open the job', run: () => open('job', { id: job.id }) } }] : []
    })
    if (notices.length <= most) return notices.forEach(notify)
    const bad = notices.filter(({ kind }) => kind !== 'good').length
    notify({ kind: bad > 0 ? 'bad' : 'good', text: `${notices.length} jobs ended, ${bad === 0 ? 'all of them well' : `${bad} of them with a problem`}.`, action: { label: 'Show the jobs', run: () => open('jobs') } })
  }

  return { heard }
}
