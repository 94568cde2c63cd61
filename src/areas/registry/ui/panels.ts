import { GitCompareArrows, Inbox, Package, PackageCheck, PackagePlus } from 'lucide-react'
import { lazy } from 'react'
import type { AreaUi } from '#kit/desk.ts'

const ModelsPanel = lazy(() => import('./ModelsPanel.tsx').then(({ ModelsPanel: view }) => ({ default: view })))
const ModelPanel = lazy(() => import('./ModelPanel.tsx').then(({ ModelPanel: view }) => ({ default: view })))
const VersionPanel = lazy(() => import('./VersionPanel.tsx').then(({ VersionPanel: view }) => ({ default: view })))
const ComparePanel = lazy(() => import('./ComparePanel.tsx').then(({ ComparePanel: view }) => ({ default: view })))
const InboxPanel = lazy(() => import('./InboxPanel.tsx').then(({ InboxPanel: view }) => ({ default: view })))
const RegisterPanel = lazy(() => import('./RegisterPanel.tsx').then(({ RegisterPanel: view }) => ({ default: view })))

export const registryUi: AreaUi = {
  panels: [
    { kind: 'models', title: () => 'Models', icon: PackageCheck, view: ModelsPanel, place: 'left' },
    { kind: 'model', title: ({ model }) => model ?? 'Model', icon: Package, view: ModelPanel, place: 'main', identity: ['model'] },
    { kind: 'modelVersion', title: ({ model, version }) => `${model ?? 'Model'} v${version ?? '?'}`, icon: PackageCheck, view: VersionPanel, place: 'main', identity: ['model', 'version'] },
    { kind: 'modelCompare', title: ({ leftModel, left, right }) => `${leftModel ?? ''} v${left ?? '?'} | v${right ?? '?'}`, icon: GitCompareArrows, view: ComparePanel, place: 'main', identity: ['leftModel', 'left', 'rightModel', 'right'] },
    { kind: 'inbox', title: () => 'Inbox', icon: Inbox, view: InboxPanel, place: 'main', identity: [] },
    { kind: 'register', title: ({ path, run }) => (path && !run ? 'Import a model' : 'Register a model'), icon: PackagePlus, view: RegisterPanel, place: 'main', identity: ['run', 'path', 'loggedModel', 'model'], passing: true },
  ],
  openers: [
    { kind: 'register', title: 'Import as model', matches: (path) => /\.(onnx|pkl|pickle|joblib|pt|pth|sav|dill)$/i.test(path) },
    { kind: 'register', title: 'Import as model', matches: (path) => /(^|\/)MLmodel$/.test(path), fallback: true },
  ],
  commands: [
    { id: 'registry.inbox', title: 'Inbox: versions that wait for a decision', run: (desk) => desk.open('inbox') },
    { id: 'registry.register', title: 'Register or import a model', run: (desk) => desk.open('register') },
  ],
  palette: {
    title: 'Models',
    items: async (query, signal) => (query.trim() === '' ? [] : (await import('./palette.ts')).modelItems(signal)),
  },
}
