import { Table2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Empty } from '#kit/Empty.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { useOpened } from './session/useOpened.ts'
import { Workbench } from './Workbench.tsx'
import './wrangler.css'

/** A data set or a recipe file at the workbench. */
export function WranglerPanel(props: PanelProps) {
  const { params, setTitle } = props
  const asked = { dataset: params['dataset'], version: versionOf(params['version']), path: params['path'] ?? params['recipe'] }
  const [source, setSource] = useState(asked)
  const [own, setOwn] = useState<string>()
  const moved = asked.path !== own && (asked.path !== source.path || (asked.path === undefined && (asked.dataset !== source.dataset || asked.version !== source.version)))
  if (moved) {
    setSource(asked)
    setOwn(undefined)
  }
  const { opened, error, retry } = useOpened(source)
  const dataset = opened?.recipe.source.dataset
  useEffect(() => { if (dataset) setTitle(dataset) }, [dataset, setTitle])
  if (source.dataset === undefined && source.path === undefined) return <div className="panel"><Empty icon={Table2} title="No data chosen" text="Open a data set from the Data panel, or a recipe file from Files." /></div>
  if (error) return <div className="panel p-4"><ProblemNote error={error} onRetry={retry} /></div>
  if (!opened) return <div className="panel p-4"><Skeleton lines={8} height={22} label="Opening the data set" /></div>
  const keep = (path: string) => {
    setOwn(path)
    props.setParams({ path, dataset: '', version: '', recipe: '' })
  }
  return <Workbench key={`${source.path ?? ''} ${source.dataset ?? ''} ${source.version ?? ''}`} {...props} opened={opened} onPath={keep} />
}

function versionOf(text: string | undefined): number | undefined {
  const version = Number(text)
  return text !== undefined && Number.isInteger(version) && version > 0 ? version : undefined
}
