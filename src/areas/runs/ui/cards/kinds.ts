import { BoxSelect, ChartColumnBig, ChartLine, ChartScatter, Images, ListOrdered, StickyNote, Waypoints } from 'lucide-react'
import { isRank } from '../../domain/guess.ts'
import type { CardKinds } from './card.ts'
import { CurvesCard } from './curves/CurvesCard.tsx'
import { CurvesSettings } from './curves/CurvesSettings.tsx'
import { ImagesCard, ImagesSettings } from './images/ImagesCard.tsx'
import { ImportanceCard, ImportanceSettings } from './importance/ImportanceCard.tsx'
import { NoteCard, NoteSettings } from './NoteCard.tsx'
import { ParallelCard } from './parallel/ParallelCard.tsx'
import { ParallelSettings } from './parallel/ParallelSettings.tsx'
import { BarCard } from './rows/BarCard.tsx'
import { BoxCard } from './rows/BoxCard.tsx'
import { BarSettings, BoxSettings } from './rows/RowSettings.tsx'
import { ScatterCard } from './scatter/ScatterCard.tsx'
import { ScatterSettings } from './scatter/ScatterSettings.tsx'
import './cards.css'

export const kinds: CardKinds = {
  curves: { title: 'Curves', about: 'A metric over steps or time, with bands over groups', icon: ChartLine, size: { w: 8, h: 9 }, blank: ({ metrics: [first], curve = first }) => (curve === undefined ? undefined : { kind: 'curves', metrics: [curve.replace(/^metrics\./, '')], over: 'step', smoothing: 0, logX: false, logY: false, band: 'sd' }), view: CurvesCard, settings: CurvesSettings },
  parallel: { title: 'Parallel coordinates', about: 'Params and metrics side by side; a brush filters everything', icon: Waypoints, size: { w: 8, h: 9 }, blank: ({ metrics, params }) => (params.length === 0 ? undefined : { kind: 'parallel', columns: [...params.slice(0, 7), ...metrics.slice(0, 1)] }), view: ParallelCard, settings: ParallelSettings },
  importance: { title: 'What mattered', about: 'Which params moved a metric, by PED-ANOVA', icon: ListOrdered, size: { w: 4, h: 9 }, blank: ({ metrics: [target] }) => (target === undefined ? undefined : { kind: 'importance', target }), view: ImportanceCard, settings: ImportanceSettings },
  scatter: { title: 'Scatter', about: 'One column against another', icon: ChartScatter, size: { w: 4, h: 9 }, blank: ({ metrics: [up, ...others], params: [param] }) => { const across = others.find((one) => !isRank(one)) ?? param; return up === undefined || across === undefined ? undefined : { kind: 'scatter', across, up, pareto: false, logX: false, logY: false } }, view: ScatterCard, settings: ScatterSettings },
  bar: { title: 'Bars', about: 'One metric of many runs', icon: ChartColumnBig, size: { w: 4, h: 9 }, blank: ({ metrics: [column] }) => (column === undefined ? undefined : { kind: 'bar', column, most: 30 }), view: BarCard, settings: BarSettings },
  box: { title: 'Boxes', about: 'A metric spread over the values of a param', icon: BoxSelect, size: { w: 4, h: 9 }, blank: ({ metrics: [column], params: [by] }) => (column === undefined || by === undefined ? undefined : { kind: 'box', column, by }), view: BoxCard, settings: BoxSettings },
  images: { title: 'Images', about: 'Pictures that runs logged, by step', icon: Images, size: { w: 8, h: 9 }, blank: () => ({ kind: 'images', key: '' }), view: ImagesCard, settings: ImagesSettings },
  note: { title: 'Note', about: 'Words in Markdown', icon: StickyNote, size: { w: 4, h: 5 }, blank: () => ({ kind: 'note', text: '' }), view: NoteCard, settings: NoteSettings },
}
