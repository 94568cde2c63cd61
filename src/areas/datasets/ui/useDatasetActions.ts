import { useQuery } from '@tanstack/react-query'
import { useDesk } from '#kit/desk.ts'
import { asking, useCommand } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import type { Dataset } from '../domain/dataset.ts'

/** What can be done to a data set from any view of it; refusals are told as notices. */
export function useDatasetActions() {
  const desk = useDesk()
  const { data: list } = useQuery(asking(datasets.list, {}))
  const refreshing = useCommand(datasets.refresh)
  const removing = useCommand(datasets.remove)
  const restoring = useCommand(datasets.restore)
  const tell = (error: Error) => desk.notify({ kind: 'bad', text: error.message })

  const openWrangler = (dataset: string, version?: number) => desk.open('wrangler', version === undefined ? { dataset } : { dataset, version: String(version) })
  const open = (dataset: string, more: Readonly<Record<string, string>> = {}) => desk.open('dataset', { dataset, ...more })

  /** Tables open where they are worked on, folders of files where they are looked at. */
  const openBest = (dataset: string, { format }: Pick<Dataset['latest'], 'format'>) => (format === 'images' || format === 'texts' ? open(dataset, { tab: 'files' }) : openWrangler(dataset))

  const refresh = (dataset: string) => refreshing.mutate({ dataset }, {
    onError: tell,
    onSuccess: ({ job, version }) => desk.notify(job ? { kind: 'info', text: `“${dataset}” is read again; the new version appears when that is done.` } : { kind: 'good', text: `“${dataset}” is at version ${version}.` }),
  })

  const remove = (dataset: string) => removing.mutate({ dataset }, {
    onError: tell,
    onSuccess: () => desk.notify({ kind: 'info', text: `“${dataset}” is off the list. Its source files stay.`, action: { label: 'Undo', run: () => restoring.mutate({ dataset }, { onError: tell }) } }),
  })

  const compare = (left: { readonly dataset: string; readonly version: number }, right: { readonly dataset: string; readonly version: number }) =>
    desk.open('datasetCompare', { left: left.dataset, leftVersion: String(left.version), right: right.dataset, rightVersion: String(right.version) })

  return { list, open, openBest, openWrangler, train: (dataset: string) => desk.open('train', { dataset }), refresh, remove, compare, refreshing: refreshing.isPending }
}
