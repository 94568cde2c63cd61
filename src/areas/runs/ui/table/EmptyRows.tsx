import { Button } from '#kit/Button.tsx'
import { useBench } from '../view/bench.ts'

/** What stands where no run fits the filter, the brushes or the stage. */
export function EmptyRows() {
  const { state: { query }, change } = useBench()
  const filtered = query.filter.trim() !== '' || query.brushes.length > 0
  return (
    <div className="flex flex-col items-center gap-2 p-4 text-s text-ink-2">
      <p>{filtered ? 'No run fits the filter and the brushes.' : query.stage === 'deleted' ? 'No run is deleted.' : 'These experiments hold no runs.'}</p>
      {filtered && <Button size="s" onPress={() => change({ filter: '', brushes: [] })}>Show all runs</Button>}
    </div>
  )
}
