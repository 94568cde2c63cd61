import { ListChecks } from 'lucide-react'
import { lazy } from 'react'
import type { AreaUi } from '#kit/desk.ts'

export const jobsUi: AreaUi = {
  panels: [{ kind: 'jobs', title: () => 'Jobs', icon: ListChecks, place: 'left', view: lazy(() => import('./JobsPanel.tsx').then(({ JobsPanel }) => ({ default: JobsPanel }))) }],
}
