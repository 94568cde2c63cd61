import { useQuery } from '@tanstack/react-query'
import { Database, Images, Table2 } from 'lucide-react'
import { datasets } from '#areas/datasets/contract.ts'
import type { Dataset } from '#areas/datasets/domain/dataset.ts'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { panelOf } from '../catalogue.ts'
import { HomeRow } from './HomeRow.tsx'

const most = 12
const count = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

export function DataCard() {
  const desk = useDesk()
  const { data, error, isPending, refetch } = useQuery(asking(datasets.list, {}))
  const rows = data ?? []
  const side = panelOf('datasets')
  return (
    <section className="card" aria-label="Data sets">
      <h2>Data sets{rows.length > 0 && <small>{rows.length}</small>}</h2>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {isPending && <div className="p-3"><Skeleton lines={5} height={20} /></div>}
      {data?.length === 0 && <Empty icon={Database} title="No data sets" text="A file, a folder or a table becomes a data set with versions, profile and history." action={side && <Button onPress={() => desk.open(side.kind)}>Add data</Button>} />}
      {rows.slice(0, most).map((one) => <DataRow key={one.name} dataset={one} href={desk.addressOf('dataset', { dataset: one.name })} />)}
      <More all={data?.length ?? 0} />
    </section>
  )
}

function More({ all }: { readonly all: number }) {
  const desk = useDesk()
  return all > most ? <div className="px-2 pt-1"><Button variant="ghost" size="s" onPress={() => desk.open('datasets')}>All {all} data sets</Button></div> : null
}

function DataRow({ dataset: { name, latest, sourceState }, href }: { readonly dataset: Dataset; readonly href: string }) {
  const listed = latest.format === 'images' || latest.format === 'texts'
  return (
    <HomeRow icon={listed ? Images : Table2} href={href} title={name} note={`${count.format(latest.rows)} ${listed ? 'files' : 'rows'}`}>
      <Chip>v{latest.version}</Chip>
      {sourceState !== 'same' && <Chip kind="warn">{sourceState === 'changed' ? 'source changed' : 'source gone'}</Chip>}
    </HomeRow>
  )
}
