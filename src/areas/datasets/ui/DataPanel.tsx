import { useQuery } from '@tanstack/react-query'
import { Database, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { Head } from '#kit/Head.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import { AddDialog } from './AddDialog.tsx'
import { DatasetList } from './DatasetList.tsx'
import { useAddRequested } from './useAddRequested.ts'

/** The data sets of the workspace, at the left side. */
export function DataPanel({ params, setParams }: PanelProps) {
  const { data: list, error, refetch } = useQuery({ ...asking(datasets.list, {}), refetchInterval: 5000 })
  const [adding, setAdding] = useState(false)
  useAddRequested(() => setAdding(true))
  return (
    <div className="flex h-full min-h-0 flex-col" data-view="datasets">
      <Head title="Data"><Button variant="ghost" icon={Plus} label="Add a data set" onPress={() => setAdding(true)} /></Head>
      {error && <div className="p-2"><ProblemNote error={error} onRetry={() => void refetch()} /></div>}
      {!list && !error && <div className="p-3"><Skeleton lines={6} height={18} label="Reading the data sets" /></div>}
      {list?.length === 0 && <Empty icon={Database} title="No data sets" text="A file, a folder or a pattern in the workspace becomes a data set with versions, preview and history." action={<Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>Add data</Button>} />}
      {list && list.length > 0 && <DatasetList list={list} filter={params.filter ?? ''} onFilter={(filter) => setParams({ ...params, filter })} />}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </div>
  )
}
