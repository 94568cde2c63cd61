import { ListChecks } from 'lucide-react'
import { lazy } from 'react'
import type { AreaUi } from '#kit/desk.ts'
import { shown } from './shown.ts'

const JobsPanel = lazy(() => import('./JobsPanel.tsx').then(({ JobsPanel: view }) => ({ default: view })))
const JobPanel = lazy(() => import('./JobPanel.tsx').then(({ JobPanel: view }) => ({ default: view })))

export const jobsUi: AreaUi = {
  panels: [
    { kind: 'jobs', title: () => 'Jobs', icon: ListChecks, view: JobsPanel, place: 'left' },
    { kind: 'job', title: () => 'Job', icon: ListChecks, view: JobPanel, place: 'main', identity: ['id'], passing: true },
  ],
  commands: [
    { id: 'jobs.running', title: 'Show the jobs that run or wait', run: (desk) => { shown.change((now) => ({ ...now, filter: 'running' })); desk.open('jobs') } },
    { id: 'jobs.clear', title: 'Clear the finished jobs', run: (desk) => { shown.change((now) => ({ ...now, clearing: true })); desk.open('jobs') } },
    { id: 'jobs.cancel', title: 'Stop this job', panel: 'job' },
    { id: 'jobs.again', title: 'Run this job again', panel: 'job' },
    { id: 'jobs.clone', title: 'Clone this job with changes', panel: 'job' },
    { id: 'jobs.find', title: 'Find in the log', key: 'Mod+F', panel: 'job' },
    { id: 'jobs.findNext', title: 'Next found line of the log', key: 'F3', panel: 'job' },
    { id: 'jobs.findPrevious', title: 'Previous found line of the log', key: 'Shift+F3', panel: 'job' },
    { id: 'jobs.follow', title: 'Follow the end of the log', panel: 'job' },
    { id: 'jobs.wrap', title: 'Wrap the lines of the log', panel: 'job' },
  ],
}
