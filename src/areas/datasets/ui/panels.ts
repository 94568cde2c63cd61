import { Database, FileInput, GitCompareArrows, Table2 } from 'lucide-react'
import { lazy } from 'react'
import type { AreaUi, Params } from '#kit/desk.ts'
import { formatOf } from '../domain/source-path.ts'
import { addRequested } from './add-requested.ts'

const DataPanel = lazy(() => import('./DataPanel.tsx').then(({ DataPanel: view }) => ({ default: view })))
const DatasetPanel = lazy(() => import('./DatasetPanel.tsx').then(({ DatasetPanel: view }) => ({ default: view })))
const ImportPanel = lazy(() => import('./ImportPanel.tsx').then(({ ImportPanel: view }) => ({ default: view })))
const OpenPanel = lazy(() => import('./OpenPanel.tsx').then(({ OpenPanel: view }) => ({ default: view })))
const ComparePanel = lazy(() => import('./ComparePanel.tsx').then(({ ComparePanel: view }) => ({ default: view })))

const lastOf = ({ path = '' }: Params) => path.split('/').at(-1) || 'Data'

export const datasetsUi: AreaUi = {
  panels: [
    { kind: 'datasets', title: () => 'Data', icon: Database, view: DataPanel, place: 'left' },
    { kind: 'dataset', title: ({ dataset }) => dataset ?? 'Data set', icon: Database, view: DatasetPanel, place: 'main', identity: ['dataset'] },
    { kind: 'datasetImport', title: (params) => `Import ${lastOf(params)}`, icon: FileInput, view: ImportPanel, place: 'main', identity: ['path'], passing: true },
    { kind: 'datasetOpen', title: lastOf, icon: Table2, view: OpenPanel, place: 'main', identity: ['path'], passing: true },
    { kind: 'datasetCompare', title: ({ left, leftVersion, right, rightVersion }) => (left === right ? `${left ?? ''} v${leftVersion ?? '?'} | v${rightVersion ?? '?'}` : `${left ?? ''} | ${right ?? ''}`), icon: GitCompareArrows, view: ComparePanel, place: 'main', identity: ['left', 'leftVersion', 'right', 'rightVersion'] },
  ],
  openers: [
    { kind: 'datasetOpen', title: 'Table', matches: (path) => formatOf(path) === 'parquet' },
    { kind: 'datasetImport', title: 'Import as data set', matches: (path) => ['csv', 'ndjson'].includes(formatOf(path) ?? '') },
    { kind: 'datasetImport', title: 'Import as data set', matches: (path) => formatOf(path) === 'json', fallback: true },
  ],
  commands: [
    { id: 'datasets.add', title: 'Add a data set from the workspace', run: (desk) => { desk.open('datasets'); addRequested.set(true) } },
  ],
}
