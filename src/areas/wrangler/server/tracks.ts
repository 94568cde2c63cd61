import { Problem } from '#wire/problem.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Wait } from '../contract.ts'

interface Track<T> {
  readonly promise: Promise<T>
  readonly control: AbortController
  readonly reason: string
  share: number | null
  asked: number
  job: string | null
}

export interface Doing { readonly signal: AbortSignal; readonly report: (share: number | null, phase?: string) => void }

const patience = 400
const abandonedAfter = 20_000

/**
 * Work that several questions wait for: started once a key, told in the jobs list when it takes long, stopped when nobody asks any more.
 */
export function openTracks<T>({ jobs }: { jobs: Jobs }) {
  const tracks = new Map<string, Track<T>>()

  function track(key: string, reason: string, work: (doing: Doing) => Promise<T>): Track<T> {
    const there = tracks.get(key)
    if (there) {
      there.asked = Date.now()
      return there
    }
    const control = new AbortController()
    const report = (share: number | null) => { if (share !== null) born.share = Math.max(born.share ?? 0, share) }
    const born: Track<T> = { control, reason, share: null, asked: Date.now(), job: null, promise: work({ signal: control.signal, report }).finally(() => ended()) }
    const late = setTimeout(() => { born.job = tell(born) }, patience)
    const sweep = setInterval(() => { if (Date.now() - born.asked > abandonedAfter) control.abort(new Problem('conflict', `${reason}: stopped, since nobody looks at it any more.`)) }, 2000)
    function ended(): void {
      clearTimeout(late)
      clearInterval(sweep)
      tracks.delete(key)
    }
    born.promise.catch(() => {})
    tracks.set(key, born)
    return born
  }

  function tell(one: Track<T>): string {
    return jobs.start({
      kind: 'wrangler.compute', title: one.reason, by: 'studio',
      run: async ({ signal, report }) => {
        signal.addEventListener('abort', () => one.control.abort(new Problem('conflict', `${one.reason}: stopped. Change the sort, the filter or the step to go on.`)))
        const timer = setInterval(() => report(one.share), 250)
        await one.promise.finally(() => clearInterval(timer))
      },
    }).id
  }

  /** The result when it comes soon, else the reason to wait. */
  async function soon(key: string, reason: string, work: (doing: Doing) => Promise<T>, within = patience): Promise<{ readonly value: T } | { readonly wait: Wait }> {
    const one = track(key, reason, work)
    const late = Promise.withResolvers<'late'>()
    const timer = setTimeout(() => late.resolve('late'), within)
    const first = await Promise.race([one.promise.then((value) => ({ value })), late.promise]).finally(() => clearTimeout(timer))
    return first === 'late' ? { wait: { reason: one.reason, progress: one.share, job: one.job } } : first
  }

  /** The result, however long it takes; the asker's signal lets go of it without stopping it for others. */
  function whole(key: string, reason: string, work: (doing: Doing) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const one = track(key, reason, work)
    const stay = setInterval(() => { if (!signal?.aborted) one.asked = Date.now() }, 1000)
    return one.promise.finally(() => clearInterval(stay))
  }

  return { soon, whole, has: (key: string) => tracks.has(key) }
}
