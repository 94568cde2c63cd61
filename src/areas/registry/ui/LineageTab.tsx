import { useQuery } from '@tanstack/react-query'
import { Boxes, Database, FileCode, FlaskConical, Package, Radio, Waypoints, Wrench } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useDesk } from '#kit/desk.ts'
import type { Icon } from '#kit/icon.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import type { Lineage } from '../domain/registered.ts'

const Graph = lazy(() => import('#kit/Graph.tsx').then(({ Graph: view }) => ({ default: view })))

type Kind = Lineage['nodes'][number]['kind']
const kinds = {
  dataset: { word: 'data set', icon: Database }, recipe: { word: 'recipe', icon: Waypoints }, run: { word: 'run', icon: FlaskConical }, loggedModel: { word: 'logged model', icon: Boxes },
  version: { word: 'version', icon: Package }, code: { word: 'code', icon: FileCode }, environment: { word: 'environment', icon: Wrench }, endpoint: { word: 'endpoint', icon: Radio },
} as const satisfies Record<Kind, { readonly word: string; readonly icon: Icon }>

/** What a version was made from, and what is made from it. */
export function LineageTab({ model, version }: { readonly model: string; readonly version: number }) {
  const desk = useDesk()
  const { data: lineage, error, refetch } = useQuery(asking(registry.lineage, { model, version }))
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  const waiting = <div className="p-4"><Skeleton lines={6} height={40} label="Following the lineage" /></div>
  if (!lineage) return waiting
  const nodes = lineage.nodes.map(({ id, kind, label, note, open }) => ({ id, label, note, kind: kinds[kind].word, icon: kinds[kind].icon, self: id === `version:${model}:${version}`, onOpen: open ? () => desk.open(open.panel, open.params) : undefined }))
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="bar slim"><span>{lineage.nodes.length === 1 ? 'Nothing is recorded of what it was made from.' : 'From what it was made from, at the left, to what is made from it, at the right. Tab and Enter open what a node stands for.'}</span></div>
      <div className="min-h-0 flex-1"><Suspense fallback={waiting}><Graph label={`Lineage of ${model}, version ${version}`} nodes={nodes} edges={lineage.edges} theme={desk.theme} /></Suspense></div>
    </div>
  )
}
