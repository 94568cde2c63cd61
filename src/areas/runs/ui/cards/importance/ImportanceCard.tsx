import { useState } from 'react'
import { ValueBars } from '#kit/plot/ValueBars.tsx'
import { CardFrame } from '../../board/CardFrame.tsx'
import type { CardProps, CardSettingsProps } from '../card.ts'
import { CardState } from '../CardState.tsx'
import { ColumnPick } from '../ColumnPick.tsx'
import { SettingsButton } from '../SettingsButton.tsx'
import { useValues } from '../useValues.ts'
import { columnLabel, countWords } from '../words.ts'
import type { Importance } from './importance-of.ts'
import { importanceOf } from './importance-of.ts'

const mostParams = 150
const fewest = 10

/** Which params set the best runs apart from all shown ones. */
export function ImportanceCard({ card, query, runs, keys, onChange, frame }: CardProps<'importance'>) {
  const params = keys.filter(({ family }) => family === 'params').sort((a, b) => b.runs - a.runs).slice(0, mostParams).map(({ key }) => `params.${key}`)
  const asked = useValues(query, [card.target, ...params], params.length > 0)
  const kept = (asked.data?.ids ?? []).flatMap((id, at) => (runs.hidden.has(id) ? [] : [at]))
  const found = importanceOf(card.target, params, (asked.data?.columns ?? []).map((cells) => kept.map((at) => cells[at] ?? null)))
  const title = card.title || 'What mattered'
  const note = `PED-ANOVA for ${columnLabel(card.target)}`
  return (
    <CardFrame {...frame} title={title} note={asked.data && note} tools={<SettingsButton title={title}><ImportanceSettings card={card} keys={keys} onChange={onChange} /></SettingsButton>}>
      <CardState asked={{ ...asked, isPending: asked.isPending && params.length > 0 }} empty={emptyWords(params.length, found, card.target)}>
        <Shares title={title} found={found} />
        <p className="charthint">{scopeWords(found)}{found.left.length > 0 && <span className="clip block" title={leftWords(found)}>Left out: {leftWords(found)}</span>}</p>
      </CardState>
    </CardFrame>
  )
}

function Shares({ title, found }: { readonly title: string; readonly found: Importance }) {
  const [at, setAt] = useState<string>()
  const most = found.shares[0]?.share ?? 1
  const bars = found.shares.map(({ column, label, share, missing }) => ({
    id: column, label, value: share, words: share.toFixed(2), colour: `color-mix(in oklab, var(--c1) ${Math.round(45 + 55 * (share / (most || 1)))}%, var(--surface))`,
    note: missing > 0 ? `${countWords(missing, 'run')} without it, judged among the others` : 'share of the importance',
  }))
  return <ValueBars label={title} bars={bars} swatches={false} hovered={at} onHover={setAt} />
}

function scopeWords({ good, runs, top, aim }: Importance): string {
  return `What sets the best ${Math.round(top * 100)} % (${good}) apart from all ${countWords(runs, 'run')}; ${aim} is better.`
}

function leftWords({ left }: Importance): string {
  return left.map(({ label, why }) => `${label} (${why})`).join(', ')
}

function emptyWords(params: number, { runs, shares }: Importance, target: string): string | undefined {
  if (params === 0) return 'These runs have no params.'
  if (runs < fewest) return `Importance needs at least ${fewest} shown runs with ${columnLabel(target)}; there ${runs === 1 ? 'is' : 'are'} ${runs}.`
  return shares.length === 0 ? 'No param differs between the shown runs.' : undefined
}

export function ImportanceSettings({ card, keys, onChange }: CardSettingsProps<'importance'>) {
  return <ColumnPick label="Metric" numbers families={['metrics']} keys={keys} value={card.target} onChange={(target) => { if (target !== undefined) onChange({ ...card, target }) }} />
}
