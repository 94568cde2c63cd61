import { useQuery } from '@tanstack/react-query'
import { wrangler } from '../../contract.ts'
import { essence, withDraft } from '../../domain/draft.ts'
import { askingFigures } from '../session/asking-figures.ts'
import { useBench } from '../session/bench.ts'

/** What a step does to the rows; of the draft as it is now. */
export function useEffectOf(id: string, wanted = true) {
  const { recipe, preview, steps, planned: isPlanned } = useBench()
  const planned = preview ? withDraft(recipe, preview) : recipe
  const sound = isPlanned && steps.some((step) => step.id === id && !step.problem && !step.pending)
  const enabled = sound && planned.steps.some((step) => step.id === id && step.enabled)
  return useQuery({ ...askingFigures(wrangler.effect, { recipe: essence(planned, id), step: id }), enabled: wanted && enabled })
}
