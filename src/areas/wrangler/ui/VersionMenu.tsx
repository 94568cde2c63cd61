import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { datasets } from '#areas/datasets/contract.ts'
import { Button } from '#kit/Button.tsx'
import { Menu } from '#kit/Menu.tsx'
import { asking } from '#wire/ask.ts'
import { shortCount } from '../domain/words.ts'
import { useBench } from './session/bench.ts'

/** The version that the recipe reads; another one can be put in its place, which undo takes back. */
export function VersionMenu() {
  const { dataset, version, edit } = useBench()
  const { data = [] } = useQuery({ ...asking(datasets.history, { dataset }), staleTime: 5000 })
  const newest = Math.max(version, ...data.map((one) => one.version))
  const items = data.slice(0, 40).map((one) => ({
    id: String(one.version), label: `v${one.version} · ${shortCount(one.rows)} rows${one.note ? ` · ${one.note.slice(0, 40)}` : ''}`, checked: one.version === version,
    run: () => edit((now) => (now.source.version === one.version ? now : { ...now, source: { ...now.source, version: one.version } })),
  }))
  return (
    <Menu label="Version that the recipe reads" items={items}>
      <Button variant="ghost" size="s" className="wr-version">v{version}{newest > version ? ` of ${newest}` : ''}<ChevronDown size={11} /></Button>
    </Menu>
  )
}
