import { Button } from '#kit/Button.tsx'
import { knownOf } from '../../domain/filter/known.ts'
import { noneWords } from './none-words.ts'
import { useBench } from '../view/bench.ts'

/** What stands where no run fits the filter, the brushes or the stage. */
export function EmptyRows() {
  const { state: { query }, change, keys } = useBench()
  const filtered = query.filter.trim() !== '' || query.brushes.length > 0
  return (
    <div className="flex flex-col items-center gap-2 p-4 text-s text-ink-2">
      <p>{filtered ? noneWords(query.filter, knownOf(keys)) : query.stage === 'deleted' ? 'No run is deleted.' : 'These experiments hold no runs.'}</p>
      {filtered && <Button size="s" onPress={() => change({ filter: '', brushes: [] })}>Show all runs</Button>}
    </div>
  )
}
