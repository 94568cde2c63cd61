import { useQuery } from '@tanstack/react-query'
import { Inbox, Package, PackagePlus } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { Head } from '#kit/Head.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { ModelList } from './ModelList.tsx'
import { useRegistry } from './useRegistry.ts'
import { plural } from './words.ts'

/** The registered models, at the left side. */
export function ModelsPanel({ params, setParams }: PanelProps) {
  const { desk } = useRegistry()
  const { data: list, error, refetch } = useQuery(asking(registry.models, {}))
  const waiting = (list ?? []).reduce((sum, { pending }) => sum + pending, 0)
  return (
    <div className="flex h-full min-h-0 flex-col" data-view="models">
      <Head title="Models"><Button variant="ghost" icon={PackagePlus} label="Register or import a model" onPress={() => desk.open('register')} /></Head>
      {error && <div className="p-2"><ProblemNote error={error} onRetry={() => void refetch()} /></div>}
      {!list && !error && <div className="p-3"><Skeleton lines={6} height={18} label="Reading the models" /></div>}
      {list?.length === 0 && <Empty icon={Package} title="No models" text="A model that a run logged, an MLmodel folder, an ONNX file or a pickled file is registered under a name; its versions are approved on evidence." action={<Button variant="primary" icon={PackagePlus} onPress={() => desk.open('register')}>Register a model</Button>} />}
      {list && list.length > 0 && (
        <>
          <div className="flex-none px-2 pb-2"><Button className="w-full" icon={Inbox} onPress={() => desk.open('inbox')}>{waiting === 0 ? 'Inbox · nothing waits' : `Inbox · ${plural(waiting, 'version')} to decide`}</Button></div>
          <ModelList list={list} filter={params.filter ?? ''} onFilter={(filter) => setParams({ filter })} />
        </>
      )}
    </div>
  )
}
