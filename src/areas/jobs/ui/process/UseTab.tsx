import { useQuery } from '@tanstack/react-query'
import { Activity } from 'lucide-react'
import { useState } from 'react'
import { useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import type { CurveScene } from '#kit/plot/curves/curve-line.ts'
import { Curves } from '#kit/plot/Curves.tsx'
import { classColour } from '#kit/plot/palette.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { byteUnit } from '#lib/words.ts'
import { asking } from '#wire/ask.ts'
import { jobs } from '../../contract.ts'
import type { Job } from '../../domain/job.ts'
import { isOver } from '../../domain/job.ts'
import type { Attempt, ProcessSpec, Usage } from '../../domain/process.ts'

interface Props { readonly job: Job; readonly attempt: number; readonly spec: ProcessSpec; readonly attempts: readonly Attempt[] }
type Range = readonly [number, number] | undefined

/** Cores and memory over time, with what it was given as a line. */
export function UseTab({ job, attempt, spec, attempts }: Props) {
  const { theme } = useDesk()
  const [range, setRange] = useState<Range>()
  const [along, setAlong] = useState<number>()
  const { data, error, refetch } = useQuery({ ...asking(jobs.usage, { id: job.id, attempt }), refetchInterval: isOver(job.state) ? false : 1000 })
  const begun = attempts.find(({ number }) => number === attempt)
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!data) return <div className="p-4"><Skeleton lines={2} height={200} label="Reading what it used" /></div>
  if (data.length === 0) return <Empty icon={Activity} title="Nothing measured" text={isOver(job.state) ? 'It ended before the first look; one is taken each second.' : 'What it uses is looked at each second, and drawn here.'} />
  const shared = { data, from: begun ? Date.parse(begun.started) : (data[0]?.at ?? 0), range }
  const chart = { xName: 'time since its start', theme, hovered: undefined, onHover: () => {}, along, onAlong: setAlong, onZoom: setRange }
  const { unit, size } = byteUnit(data.reduce((most, { memory }) => Math.max(most, memory), spec.resources.memory ?? 0))
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto bg-paper p-3" role="region" aria-label="CPU and memory" tabIndex={0}>
      <section className="card h-[260px]"><h2>Cores in use <small>looked at each second; the line is what it was given</small></h2><Curves label="Cores in use" scene={sceneOf(shared, { name: 'cores', of: ({ cpu }) => cpu, limit: spec.resources.cpu, colour: classColour(0) })} {...chart} /></section>
      <section className="card h-[260px]"><h2>Memory, {unit} <small>{spec.resources.memory === null ? 'no limit but the machine’s' : 'past the line it is ended'}</small></h2><Curves label={`Memory in ${unit}`} scene={sceneOf(shared, { name: 'memory', of: ({ memory }) => memory / size, limit: spec.resources.memory === null ? null : spec.resources.memory / size, colour: classColour(2) })} {...chart} /></section>
    </div>
  )
}

interface Line { readonly name: string; readonly of: (usage: Usage) => number; readonly limit: number | null; readonly colour: string }

function sceneOf({ data, from, range }: { readonly data: readonly Usage[]; readonly from: number; readonly range: Range }, { name, of, limit, colour }: Line): CurveScene {
  const x = data.map(({ at }) => Math.max(0, at - from))
  const ends = [x[0] ?? 0, x.at(-1) ?? 0]
  const given = limit === null ? [] : [{ key: 'limit', id: 'limit', name: 'given', colour: classColour(7), dash: [5, 4], x: ends, y: [limit, limit] }]
  return { lines: [{ key: name, id: name, name, colour, x, y: data.map(of) }, ...given], kind: 'duration', logX: false, logY: false, fromZero: true, range }
}
