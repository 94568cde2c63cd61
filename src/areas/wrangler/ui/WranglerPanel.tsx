import { Table2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Empty } from '#kit/Empty.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { placeOf, useOpened } from './session/useOpened.ts'
import type { Asked } from './session/useOpened.ts'
import { Workbench } from './Workbench.tsx'
import './wrangler.css'

/** A data set or a recipe file at the workbench. */
export function WranglerPanel(props: PanelProps) {
  const asked = placeOf(props.params)
  const [source, setSource] = useState(asked)
  const [own, setOwn] = useState<string>()
  if (!isSame(asked, source) && (own === undefined || asked.path !== own)) {
    setSource(asked)
    setOwn(undefined)
  }
  if (source.dataset === undefined && source.path === undefined) return <div className="panel"><Empty icon={Table2} title="No data chosen" text="Open a data set from the Data panel, or a recipe file from Files." /></div>
  const keep = (path: string) => {
    setOwn(path)
    props.setParams({ path, dataset: '', version: '', recipe: '' })
  }
  return <Opening key={keyOf(source)} {...props} source={source} onPath={keep} />
}

function Opening({ source, onPath, ...props }: PanelProps & { readonly source: Asked; readonly onPath: (path: string) => void }) {
  const { opened, error, retry } = useOpened(source)
  const { setTitle } = props
  const dataset = opened?.recipe.source.dataset
  useEffect(() => { if (dataset) setTitle(dataset) }, [dataset, setTitle])
  if (error) return <div className="panel p-4"><ProblemNote error={error} onRetry={retry} /></div>
  if (!opened) return <div className="panel p-4"><Skeleton lines={8} height={22} label="Opening the data set" /></div>
  return <Workbench {...props} opened={opened} onPath={onPath} />
}

function isSame(a: Asked, b: Asked): boolean {
  return keyOf(a) === keyOf(b)
}

function keyOf({ path, dataset, version }: Asked): string {
  return path === undefined ? JSON.stringify([dataset, version]) : path
}
