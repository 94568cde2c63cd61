import { z } from 'zod'

export const Stage = z.enum(['active', 'deleted'])
export type Stage = z.infer<typeof Stage>

/** Which of the living and the softly deleted are meant. */
export const StageView = z.enum(['active', 'deleted', 'all'])
export type StageView = z.infer<typeof StageView>

/** Milliseconds since 1970, as MLflow counts. */
export const Millis = z.int()

export const Experiment = z.object({
  id: z.string(),
  name: z.string(),
  artifactLocation: z.string(),
  stage: Stage,
  created: Millis,
  updated: Millis,
  tags: z.record(z.string(), z.string()),
})
export type Experiment = z.infer<typeof Experiment>

/** An experiment in a list, with what its runs came to. */
export const ExperimentSummary = Experiment.extend({
  runs: z.int(),
  running: z.int(),
  lastRun: Millis.nullable(),
})
export type ExperimentSummary = z.infer<typeof ExperimentSummary>
