import { X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Combo } from '#kit/Combo.tsx'
import { Select } from '#kit/Select.tsx'
import { Slider } from '#kit/Slider.tsx'
import { Switch } from '#kit/Switch.tsx'
import { Band } from '../../../domain/view.ts'
import type { CardSettingsProps } from '../card.ts'

const bands = { sd: 'Mean ± σ', minmax: 'Mean, least to greatest', ci95: 'Mean, 95 % interval', sem: 'Mean ± standard error', none: 'Each run by itself' } as const
const overs = [{ id: 'step', label: 'Step' }, { id: 'relative', label: 'Time since the run began' }, { id: 'wall', label: 'Wall clock' }] as const

/** What a card of curves draws and how. */
export function CurvesSettings({ card, keys, onChange }: CardSettingsProps<'curves'>) {
  const metrics = keys.filter(({ family }) => family === 'metrics').map(({ key, runs }) => ({ id: key, label: key, note: runs.toLocaleString('en-US') }))
  const free = metrics.filter(({ id }) => !card.metrics.includes(id))
  const { from: _from, to: _to, ...whole } = card
  return (
    <>
      <div className="cardpicks">
        {card.metrics.map((metric) => <span key={metric} className="chip">{metric}<Button variant="ghost" size="s" icon={X} label={`Take ${metric} away`} onPress={() => onChange({ ...card, metrics: card.metrics.filter((one) => one !== metric) })} /></span>)}
      </div>
      <Combo label="Add a metric" placeholder="Search metrics" options={free} value={undefined} onChange={(metric) => { if (metric !== undefined) onChange({ ...card, metrics: [...card.metrics, metric] }) }} />
      <Combo
        label="Along" options={[...overs, ...metrics]} value={typeof card.over === 'string' ? card.over : card.over.metric}
        onChange={(id) => { const known = overs.find((one) => one.id === id); if (id !== undefined) onChange({ ...whole, over: known ? known.id : { metric: id } }) }}
      />
      <Slider label="Smoothing" value={card.smoothing} min={0} max={0.99} step={0.01} onChange={(smoothing) => onChange({ ...card, smoothing })} />
      <Select label="Groups are drawn as" options={Band.options.map((id) => ({ id, label: bands[id] }))} value={card.band} onChange={(band) => onChange({ ...card, band })} />
      <div className="flex gap-4">
        <Switch on={card.logX} onChange={(logX) => onChange({ ...card, logX })}>Log x</Switch>
        <Switch on={card.logY} onChange={(logY) => onChange({ ...card, logY })}>Log y</Switch>
      </div>
    </>
  )
}
