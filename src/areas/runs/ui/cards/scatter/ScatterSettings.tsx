import { Switch } from '#kit/Switch.tsx'
import type { CardSettingsProps } from '../card.ts'
import { ColumnPick } from '../ColumnPick.tsx'

export function ScatterSettings({ card, keys, onChange }: CardSettingsProps<'scatter'>) {
  const { colour: _, ...plain } = card
  return (
    <>
      <ColumnPick label="Across" keys={keys} value={card.across} onChange={(across) => { if (across !== undefined) onChange({ ...card, across }) }} />
      <ColumnPick label="Up" keys={keys} value={card.up} onChange={(up) => { if (up !== undefined) onChange({ ...card, up }) }} />
      <ColumnPick label="Colour by (the run’s own where empty)" keys={keys} value={card.colour} onChange={(colour) => onChange(colour === undefined ? plain : { ...card, colour })} />
      <div className="flex flex-wrap gap-4">
        <Switch on={card.pareto} onChange={(pareto) => onChange({ ...card, pareto })}>Pareto front</Switch>
        <Switch on={card.logX} onChange={(logX) => onChange({ ...card, logX })}>Log x</Switch>
        <Switch on={card.logY} onChange={(logY) => onChange({ ...card, logY })}>Log y</Switch>
      </div>
      {card.colour !== undefined && <button type="button" className="ghost" onClick={() => onChange(plain)}>Use the colours of the runs</button>}
    </>
  )
}
