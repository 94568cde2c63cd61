import { useDesk } from '#kit/desk.ts'
import { useCommand } from '#wire/ask.ts'
import { runs } from '../../contract.ts'

/** What is done to runs wherever they are listed; deleting is soft and offers to take it back. */
export function useRunActs() {
  const desk = useDesk()
  const { mutateAsync } = useCommand(runs.changeRuns)

  async function change(input: Parameters<typeof mutateAsync>[0], done?: { readonly text: string; readonly undo?: Parameters<typeof mutateAsync>[0] }): Promise<boolean> {
    try {
      await mutateAsync(input)
      const back = done?.undo
      if (done) desk.notify({ kind: 'good', text: done.text, ...(back ? { action: { label: 'Undo', run: () => void change(back) } } : {}) })
      return true
    } catch (error) {
      desk.notify({ kind: 'bad', text: error instanceof Error ? error.message : 'The runs could not be changed.' })
      return false
    }
  }

  return {
    rename: (id: string, name: string) => change({ runs: [id], name }),
    note: (ids: readonly string[], note: string) => change({ runs: [...ids], note }),
    tag: (ids: readonly string[], key: string, value: string) => change({ runs: [...ids], setTags: [{ key, value }] }, { text: `Tagged ${countOf(ids)} with ${key}.`, undo: { runs: [...ids], dropTags: [key] } }),
    untag: (ids: readonly string[], key: string) => change({ runs: [...ids], dropTags: [key] }),
    colour: (ids: readonly string[], colour: number | undefined) => change(colour === undefined ? { runs: [...ids], dropTags: ['atelier.color'] } : { runs: [...ids], setTags: [{ key: 'atelier.color', value: String(colour) }] }),
    remove: (ids: readonly string[]) => change({ runs: [...ids], stage: 'deleted' }, { text: `Deleted ${countOf(ids)}.`, undo: { runs: [...ids], stage: 'active' } }),
    markEnded: (ids: readonly string[]) => change({ runs: [...ids], ended: true }, { text: `${ids.length === 1 ? 'The run is' : 'Those of the runs that still ran outside of the studio are'} marked as ended.` }),
    restore: (ids: readonly string[]) => change({ runs: [...ids], stage: 'active' }, { text: `Restored ${countOf(ids)}.` }),
    open: (id: string) => desk.open('run', { run: id }),
    openJob: (job: string) => desk.open('job', { id: job }),
    again: (id: string) => desk.open('trainAgain', { run: id }),
    clone: (id: string) => desk.open('train', { run: id }),
    compare: (ids: readonly string[]) => desk.open('runsCompare', { runs: ids.slice(0, 50).join(',') }),
    register: (id: string) => desk.open('register', { run: id }),
  }
}

export type RunActs = ReturnType<typeof useRunActs>

export function countOf(ids: readonly string[]): string {
  return ids.length === 1 ? '1 run' : `${ids.length.toLocaleString('en-US')} runs`
}
