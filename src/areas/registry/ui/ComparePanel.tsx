import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Switch } from '#kit/Switch.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { shownEvidence } from '../domain/frozen.ts'
import { fileLines, requirementLines, signatureLines, textDeltas } from '../domain/difference.ts'
import type { VersionDetail } from '../domain/registered.ts'
import { ComparedEvidence } from './ComparedEvidence.tsx'
import { ComparedMetrics } from './ComparedMetrics.tsx'
import { ComparedTexts } from './ComparedTexts.tsx'
import { VersionPick } from './VersionPick.tsx'

/** Two versions side by side, such as the champion and a challenger. */
export function ComparePanel({ params, setParams }: PanelProps) {
  const { leftModel = '', left = '', rightModel = leftModel, right = '' } = params
  const [all, setAll] = useState(params.all === 'yes')
  const { data, error, refetch } = useQuery({ ...asking(registry.compare, { left: { model: leftModel, version: Number(left) }, right: { model: rightModel, version: Number(right) } }), placeholderData: keepPreviousData })
  const show = (on: boolean) => { setAll(on); setParams({ all: on ? 'yes' : '' }) }
  if (error) return <div className="p-4" data-view="modelCompare"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!data) return <div className="p-6" data-view="modelCompare"><Skeleton lines={12} height={20} label="Reading both versions" /></div>
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="modelCompare">
      <Toolbar label="Compare versions">
        <h1 className="ttl clip">{leftModel} v{left} beside {rightModel === leftModel ? '' : `${rightModel} `}v{right}</h1>
        <span className="sp" />
        <Switch on={!all} onChange={(on) => show(!on)}>Differences only</Switch>
        <Button icon={ArrowLeftRight} onPress={() => setParams({ left: right, leftModel: rightModel, right: left, rightModel: leftModel })}>Swap sides</Button>
      </Toolbar>
      <div className="min-h-0 flex-1 overflow-auto" role="region" aria-label="Comparison" tabIndex={0}>
        <div className="sticky top-0 z-10 grid grid-cols-[220px_minmax(0,1fr)_minmax(0,1fr)_120px] items-center gap-3 border-b border-line-strong bg-paper px-4 py-2 text-s">
          <span className="text-xs font-semibold text-ink-2">{all ? 'Everything' : 'What differs'}</span>
          <VersionPick version={data.left} onPick={(version) => setParams({ left: String(version) })} side="left" />
          <VersionPick version={data.right} onPick={(version) => setParams({ right: String(version) })} side="right" />
          <span className="text-right text-xs font-semibold text-ink-2">Right against left</span>
        </div>
        <Body left={data.left} right={data.right} all={all} />
      </div>
    </div>
  )
}

function Body({ left, right, all }: { readonly left: VersionDetail; readonly right: VersionDetail; readonly all: boolean }) {
  const datasets = (version: VersionDetail) => version.datasets.map(({ name, digest, context, dataset, datasetVersion }) => ({ key: context ? `${name} (${context})` : name, value: dataset ? `${dataset} v${datasetVersion}, ${digest}` : digest }))
  const flavors = (version: VersionDetail) => (version.folder?.flavors ?? []).flatMap(({ name, facts }) => facts.map(({ key, value }) => ({ key: `${name}.${key}`, value })))
  return (
    <div className="flex flex-col gap-4 p-4">
      <ComparedMetrics left={left.metrics} right={right.metrics} all={all} />
      <ComparedEvidence left={shownEvidence(left)} right={shownEvidence(right)} all={all} />
      <ComparedTexts title="Parameters" deltas={textDeltas(left.params, right.params)} all={all} />
      <ComparedTexts title="Data" deltas={textDeltas(datasets(left), datasets(right))} all={all} />
      <ComparedTexts title="Inputs and outputs" deltas={textDeltas(signatureLines(left.folder?.signature ?? null), signatureLines(right.folder?.signature ?? null))} all={all} />
      <ComparedTexts title="Requirements" deltas={textDeltas(requirementLines(left.folder?.requirements ?? []), requirementLines(right.folder?.requirements ?? []))} all={all} />
      <ComparedTexts title="Flavors" deltas={textDeltas(flavors(left), flavors(right))} all={all} />
      <ComparedTexts title="Files" deltas={textDeltas(fileLines(left.folder), fileLines(right.folder))} all={all} note="by size" />
    </div>
  )
}
