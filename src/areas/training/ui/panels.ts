import { Dumbbell, FileOutput, RotateCw } from 'lucide-react'
import { lazy } from 'react'
import type { AreaUi } from '#kit/desk.ts'

const TrainPanel = lazy(() => import('./TrainPanel.tsx').then(({ TrainPanel: view }) => ({ default: view })))
const AgainPanel = lazy(() => import('./AgainPanel.tsx').then(({ AgainPanel: view }) => ({ default: view })))
const OnnxPanel = lazy(() => import('./OnnxPanel.tsx').then(({ OnnxPanel: view }) => ({ default: view })))

const panel = 'train'

/** `train` is opened with a job file or a script (`path`), a data set (`dataset`) a run or a job to clone (`run`, `job`), or for a command (`work`); `trainAgain` with a run or a job; `onnx` with a registered `model` and its `version`. */
export const trainingUi: AreaUi = {
  panels: [
    { kind: 'train', title: ({ path = '' }) => path.split('/').at(-1)?.replace(/\.job\.json$/, '') || 'Train', icon: Dumbbell, view: TrainPanel, place: 'main', identity: ['path', 'dataset', 'run', 'job', 'work'], launcher: { group: 'Models', about: 'Run a script in an environment, tracked live' } },
    { kind: 'trainAgain', title: () => 'Run again', icon: RotateCw, view: AgainPanel, place: 'main', identity: ['run', 'job'], passing: true },
    { kind: 'onnx', title: ({ model, version }) => `${model ?? 'Model'} v${version ?? '?'} as ONNX`, icon: FileOutput, view: OnnxPanel, place: 'main', identity: ['model', 'version'] },
  ],
  openers: [
    { kind: 'train', title: 'Train', matches: (path) => path.endsWith('.job.json') },
    { kind: 'train', title: 'Train', matches: (path) => path.endsWith('.py'), fallback: true },
  ],
  commands: [
    { id: 'training.new', title: 'Train a model with a script', run: (desk) => desk.open('train') },
    { id: 'training.command', title: 'Run a command', run: (desk) => desk.open('train', { work: 'command' }) },
    { id: 'training.start', title: 'Train', key: 'Mod+Enter', panel },
    { id: 'training.save', title: 'Save the job file', key: 'Mod+S', panel },
    { id: 'training.undo', title: 'Undo the last change of the form', key: 'Mod+Z', panel },
    { id: 'training.redo', title: 'Redo the change of the form', key: 'Shift+Mod+Z Mod+Y', panel },
  ],
}
