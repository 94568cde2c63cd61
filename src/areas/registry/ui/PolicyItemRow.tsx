import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Combo } from '#kit/Combo.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { given } from '#lib/given.ts'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { kindWords, numberFault } from './policy-draft.ts'
import type { ChampionDraft, Draft, MetricDraft } from './policy-draft.ts'
import { roles } from './words.ts'

type GateDraft = Extract<Draft, { kind: 'gate' }>
type Put<I> = (item: I) => void

const ops = [{ id: '>=', label: 'at least' }, { id: '>', label: 'above' }, { id: '<=', label: 'at most' }, { id: '<', label: 'below' }] as const
const betters = [{ id: 'higher', label: 'higher is better' }, { id: 'lower', label: 'lower is better' }] as const

export function PolicyItemRow({ item, keys, onChange, onRemove }: { readonly item: Draft; readonly keys: readonly string[]; readonly onChange: Put<Draft>; readonly onRemove: () => void }) {
  return (
    <li className="flex flex-col gap-2 border-t border-line py-2 first:border-t-0">
      <div className="flex items-center gap-2 text-s">
        <span className="font-medium">{kindWords[item.kind].label}</span><span className="clip text-xs text-ink-3">{kindWords[item.kind].about}</span>
        <span className="sp" /><Button variant="ghost" icon={Trash2} label={`Take out: ${kindWords[item.kind].label}`} onPress={onRemove} />
      </div>
      {item.kind === 'metric' && <MetricFields item={item} keys={keys} onChange={onChange} />}
      {item.kind === 'champion' && <ChampionFields item={item} keys={keys} onChange={onChange} />}
      {item.kind === 'review' && <Select label="Role" hideLabel options={roles.map((id) => ({ id, label: id }))} value={roles.find((role) => role === item.role)} onChange={(role) => onChange({ ...item, role })} placeholder={item.role} />}
      {item.kind === 'gate' && <GateField item={item} onChange={onChange} />}
    </li>
  )
}

function MetricFields({ item, keys, onChange }: { readonly item: MetricDraft; readonly keys: readonly string[]; readonly onChange: Put<Draft> }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_110px_160px] items-start gap-2">
      <KeyField value={item.key} keys={keys} onChange={(key) => onChange({ ...item, key })} />
      <Select label="Comparison" hideLabel options={ops} value={item.op} onChange={(op) => onChange({ ...item, op })} />
      <TextField label="Limit" hideLabel mono placeholder="limit" value={item.value} onChange={(value) => onChange({ ...item, value })} {...given({ error: numberFault(item) })} />
    </div>
  )
}

function ChampionFields({ item, keys, onChange }: { readonly item: ChampionDraft; readonly keys: readonly string[]; readonly onChange: Put<Draft> }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_140px_160px] items-start gap-2">
      <KeyField value={item.key} keys={keys} onChange={(key) => onChange({ ...item, key })} />
      <Select label="Which way is better" hideLabel options={betters} value={item.better} onChange={(better) => onChange({ ...item, better })} />
      <TextField label="By at least" hideLabel mono placeholder="margin" value={item.margin} onChange={(margin) => onChange({ ...item, margin })} {...given({ error: numberFault(item) })} />
    </div>
  )
}

function KeyField({ value, keys, onChange }: { readonly value: string; readonly keys: readonly string[]; readonly onChange: (key: string) => void }) {
  return <Combo label="Metric" hideLabel free placeholder="metric" options={keys.map((id) => ({ id, label: id }))} value={value} onChange={(key) => onChange(key ?? '')} />
}

function GateField({ item, onChange }: { readonly item: GateDraft; readonly onChange: Put<Draft> }) {
  const { data: gates = [] } = useQuery(asking(registry.gates, {}))
  return <Combo label="Gate" hideLabel free placeholder="name of the gate" options={gates.map(({ name, about }) => ({ id: name, label: name, note: about }))} value={item.name} onChange={(name) => onChange({ ...item, name: name ?? '' })} />
}
