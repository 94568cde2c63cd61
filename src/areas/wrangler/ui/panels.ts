import { ClipboardCheck, ChartColumnBig, Table2 } from 'lucide-react'
import { lazy } from 'react'
import type { AreaUi } from '#kit/desk.ts'
import { analysisTitle } from './analysis/titles.ts'

const WranglerPanel = lazy(() => import('./WranglerPanel.tsx').then(({ WranglerPanel: view }) => ({ default: view })))
const AnalysisPanel = lazy(() => import('./analysis/AnalysisPanel.tsx').then(({ AnalysisPanel: view }) => ({ default: view })))
const ReportPanel = lazy(() => import('./report/ReportPanel.tsx').then(({ ReportPanel: view }) => ({ default: view })))

const panel = 'wrangler'
const nameOf = ({ dataset, path = '' }: Readonly<Record<string, string>>) => dataset ?? path.split('/').at(-1)?.replace(/\.recipe\.json$/, '') ?? 'Data'

export const wranglerUi: AreaUi = {
  panels: [
    { kind: 'wrangler', title: nameOf, icon: Table2, view: WranglerPanel, place: 'main', identity: ['path', 'dataset', 'version'] },
    { kind: 'wranglerAnalysis', title: (params) => `${analysisTitle(params['kind'])} · ${nameOf(params)}`, icon: ChartColumnBig, view: AnalysisPanel, place: 'main', identity: ['path', 'dataset', 'version', 'kind'] },
    { kind: 'wranglerReport', title: (params) => `Quality · ${nameOf(params)}`, icon: ClipboardCheck, view: ReportPanel, place: 'main', identity: ['path', 'dataset', 'version'] },
  ],
  openers: [{ kind: 'wrangler', title: 'Data wrangler', matches: (path) => path.endsWith('.recipe.json') }],
  commands: [
    { id: 'wrangler.undo', title: 'Undo the last change of the recipe', key: 'Mod+Z', panel },
    { id: 'wrangler.redo', title: 'Redo the change of the recipe', key: 'Shift+Mod+Z Mod+Y', panel },
    { id: 'wrangler.addStep', title: 'Add a step', key: 'Mod+J', panel },
    { id: 'wrangler.applyStep', title: 'Apply the step that is written', panel },
    { id: 'wrangler.discardStep', title: 'Discard the step that is written', panel },
    { id: 'wrangler.editStep', title: 'Edit the step that is looked at, or the last', key: 'Alt+E', panel },
    { id: 'wrangler.nextStep', title: 'Look at the rows after the next step', key: 'Alt+PageDown', panel },
    { id: 'wrangler.previousStep', title: 'Look at the rows after the step before', key: 'Alt+PageUp', panel },
    { id: 'wrangler.goToRow', title: 'Go to a row', key: 'Mod+G', panel },
    { id: 'wrangler.find', title: 'Find in all rows', key: 'Mod+F', panel },
    { id: 'wrangler.filter', title: 'Filter the rows', key: 'Alt+L', panel },
    { id: 'wrangler.keepView', title: 'Keep filters and order as steps', key: 'Shift+Mod+K', panel },
    { id: 'wrangler.focusGrid', title: 'Go to the table', key: 'Alt+1', panel },
    { id: 'wrangler.focusRecipe', title: 'Go to the recipe', key: 'Alt+2', panel },
    { id: 'wrangler.toggleCode', title: 'Show or hide the code', key: 'Mod+E', panel },
    { id: 'wrangler.profile', title: 'Profile of the column', key: 'Alt+P', panel },
    { id: 'wrangler.inspect', title: 'Whole value of the cell', panel },
    { id: 'wrangler.failures', title: 'Values that a step could not convert', panel },
    { id: 'wrangler.toggleRecipe', title: 'Show or hide the recipe', panel },
    { id: 'wrangler.report', title: 'Data quality report', panel },
    { id: 'wrangler.analyse', title: 'Analyse the data', panel },
    { id: 'wrangler.publish', title: 'Publish a new version of the data set', key: 'Shift+Mod+P', panel },
    { id: 'wrangler.export', title: 'Export the rows as a file', panel },
  ],
}
