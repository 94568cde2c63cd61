import { Button } from '#kit/Button.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { ColumnsForm } from './ColumnsForm.tsx'
import { DialectForm } from './DialectForm.tsx'
import { FirstRows } from './FirstRows.tsx'
import { ImportBar } from './ImportBar.tsx'
import { JobNote } from './JobNote.tsx'
import { Looking } from './Looking.tsx'
import { useImport } from './useImport.ts'

/** How a source will be read, to be confirmed; then the import with its progress. */
export function ImportPanel(props: PanelProps) {
  const work = useImport(props)
  const { path, change, job, problem, begin, stop, again, sniffed: { data, error, isFetching } } = work
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="datasetImport">
      <ImportBar work={work} />
      {problem && <div className="p-3"><ProblemNote error={problem} /></div>}
      {job && job.state !== 'done' && <div className="border-b border-line p-3"><JobNote job={job} onRetry={begin} /></div>}
      {error && <div className="flex flex-col items-start gap-3 p-4"><ProblemNote error={error} onRetry={again} />{props.params.wish && <Button onPress={() => change({})}>Guess everything anew</Button>}</div>}
      {!data && !error && <Looking path={path} going={isFetching} onStop={stop} onAgain={again} />}
      {data && <Reading work={work} data={data} />}
    </div>
  )
}

type Work = ReturnType<typeof useImport>

function Reading({ work, data }: { readonly work: Work; readonly data: NonNullable<Work['sniffed']['data']> }) {
  const { path, wish, change, stop, again, sniffed: { isFetching, isPlaceholderData, dataUpdatedAt } } = work
  const guess = wish.columns && (() => change({ ...wish, columns: undefined, dateFormat: undefined, timestampFormat: undefined }))
  return (
    <div className="flex min-h-0 flex-1">
      {data.dialect && (
        <aside className="flex w-[312px] flex-none flex-col gap-4 overflow-auto border-r border-line p-3" aria-label="How it is read">
          <DialectForm dialect={data.dialect} onChange={(part) => change({ ...wish, columns: undefined, ...part })} />
          <ColumnsForm columns={data.columns} losses={isPlaceholderData ? [] : data.losses} onChange={(columns) => change({ ...data.dialect, ...wish, columns: [...columns] })} onGuess={guess} />
        </aside>
      )}
      <FirstRows path={path} {...data} version={dataUpdatedAt} fetching={isFetching} stopped={isPlaceholderData && !isFetching} onStop={stop} onAgain={again} />
    </div>
  )
}
