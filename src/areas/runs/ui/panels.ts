import { ChartLine, GitCompareArrows, SquareActivity } from 'lucide-react'
import { lazy } from 'react'
import type { AreaUi } from '#kit/desk.ts'

const RunsPanel = lazy(() => import('./side/RunsPanel.tsx').then(({ RunsPanel: view }) => ({ default: view })))
const RunsViewPanel = lazy(() => import('./view/RunsViewPanel.tsx').then(({ RunsViewPanel: view }) => ({ default: view })))
const RunPanel = lazy(() => import('./run/RunPanel.tsx').then(({ RunPanel: view }) => ({ default: view })))
const ComparePanel = lazy(() => import('./compare/ComparePanel.tsx').then(({ ComparePanel: view }) => ({ default: view })))

const panel = 'runsView'

export const runsUi: AreaUi = {
  panels: [
    { kind: 'runs', title: () => 'Runs', icon: ChartLine, view: RunsPanel, place: 'left' },
    { kind: 'runsView', title: () => 'Runs', icon: ChartLine, view: RunsViewPanel, place: 'main', identity: ['experiments', 'view'] },
    { kind: 'run', title: () => 'Run', icon: SquareActivity, view: RunPanel, place: 'main', identity: ['run'] },
    { kind: 'runsCompare', title: ({ runs: ids = '' }) => `Compare ${ids.split(',').filter(Boolean).length} runs`, icon: GitCompareArrows, view: ComparePanel, place: 'main', identity: ['runs'] },
  ],
  commands: [
    { id: 'runs.undo', title: 'Undo the last change of the view', key: 'Mod+Z', panel },
    { id: 'runs.redo', title: 'Redo the change of the view', key: 'Shift+Mod+Z Mod+Y', panel },
    { id: 'runs.save', title: 'Save the view', key: 'Mod+S', panel },
    { id: 'runs.saveAs', title: 'Save the view under another name', key: 'Shift+Mod+S', panel },
    { id: 'runs.share', title: 'Copy the address of the view', panel },
    { id: 'runs.filter', title: 'Filter the runs', key: 'Mod+F', panel },
    { id: 'runs.columns', title: 'Choose the columns', key: 'Alt+L', panel },
    { id: 'runs.group', title: 'Group the runs', key: 'Alt+G', panel },
    { id: 'runs.focusTable', title: 'Go to the table of runs', key: 'Alt+1', panel },
    { id: 'runs.focusCards', title: 'Go to the cards', key: 'Alt+2', panel },
    { id: 'runs.compare', title: 'Compare the chosen runs', key: 'Alt+C', panel },
    { id: 'runs.register', title: 'Register the model of the chosen run', panel },
    { id: 'runs.rename', title: 'Rename the run', panel },
    { id: 'runs.note', title: 'Write a note on the runs', key: 'Alt+N', panel },
    { id: 'runs.tag', title: 'Tag the runs', key: 'Alt+T', panel },
    { id: 'runs.pin', title: 'Pin the runs, or unpin them', key: 'Alt+P', panel },
    { id: 'runs.hide', title: 'Hide the runs from the cards, or show them', key: 'Alt+H', panel },
    { id: 'runs.baseline', title: 'Make the run the baseline, or not', key: 'Alt+B', panel },
    { id: 'runs.delete', title: 'Delete the runs', panel },
    { id: 'runs.restore', title: 'Restore the deleted runs', panel },
    { id: 'runs.showDeleted', title: 'Show deleted runs too, or not', panel },
    { id: 'runs.clearBrushes', title: 'Clear the brushes', panel },
    { id: 'runs.chooseAll', title: 'Choose all runs', panel },
    { id: 'runs.chooseNone', title: 'Choose no run', panel },
    { id: 'runs.openAll', title: 'Open all groups', panel },
    { id: 'runs.closeAll', title: 'Close all groups', panel },
    { id: 'runs.tableAlone', title: 'The table alone, or with the cards', panel },
    { id: 'runs.cardsAlone', title: 'The cards alone, or with the table', panel },
  ],
  palette: {
    title: 'Experiments and views',
    items: async (query, signal) => (query.trim() === '' ? [] : (await import('./palette.ts')).runItems(signal)),
  },
}
