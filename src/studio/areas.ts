import { datasetsUi } from '#areas/datasets/ui/panels.ts'
import { environmentsUi } from '#areas/environments/ui/panels.ts'
import { filesUi } from '#areas/files/ui/panels.ts'
import { jobsUi } from '#areas/jobs/ui/panels.ts'
import { registryUi } from '#areas/registry/ui/panels.ts'
import { runsUi } from '#areas/runs/ui/panels.ts'
import { trainingUi } from '#areas/training/ui/panels.ts'
import { wranglerUi } from '#areas/wrangler/ui/panels.ts'
import type { AreaUi } from '#kit/desk.ts'

/** The UIs of the areas in the order of their side panels; of two openers of a file the area named first gives the default. An area is added by its line here. */
export const areas: readonly AreaUi[] = [filesUi, wranglerUi, datasetsUi, runsUi, registryUi, trainingUi, environmentsUi, jobsUi]
