import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { ago, bytesOf, plural } from '#lib/words.ts'
import { asking, useCommand } from '#wire/ask.ts'
import { environments } from '../contract.ts'
import { useEnvironmentActions } from './useEnvironmentActions.ts'

/** What could be let go of, and how much would be free then. */
export function PruneDialog({ onClose }: { readonly onClose: () => void }) {
  const { desk } = useEnvironmentActions()
  const { data, error } = useQuery(asking(environments.prune, { dry: true }))
  const pruning = useCommand(environments.prune)
  const some = (data?.gone.length ?? 0) > 0
  const prune = () => pruning.mutate({ dry: false }, { onSuccess: ({ freed }) => { onClose(); desk.notify({ kind: 'good', text: `${bytesOf(freed)} are free again.` }) } })
  return (
    <Dialog title="Prune environments" width={560} onClose={onClose} actions={<><Button onPress={onClose}>{some ? 'Cancel' : 'Close'}</Button>{some && <Button variant="danger" disabled={pruning.isPending} onPress={prune}>{`Free ${bytesOf(data?.freed ?? 0)}`}</Button>}</>}>
      <div className="flex flex-col gap-3 text-s">
        {error && <ProblemNote error={error} />}
        {!data && !error && <Skeleton lines={4} height={24} label="Looking for what nothing declares" />}
        {data && <Gone gone={data.gone} />}
        {pruning.error && <ProblemNote error={pruning.error} />}
      </div>
    </Dialog>
  )
}

function Gone({ gone }: Pick<z.output<typeof environments.prune.output>, 'gone'>) {
  if (gone.length === 0) return <p className="text-ink-2">Nothing to prune: every built environment is declared in this workspace or in use.</p>
  return (
    <>
      <p className="text-ink-2">{plural(gone.length, 'built environment')} that nothing in this workspace declares as it is. Built environments are shared: another workspace that needs one of them builds it again.</p>
      <table className="w-full">
        <caption className="sr-only">What would be deleted, the longest unused first</caption>
        <thead className="text-xs text-ink-2"><tr className="h-7"><th scope="col" className="text-left font-semibold">Built as</th><th scope="col" className="text-left font-semibold">Python</th><th scope="col" className="text-right font-semibold">Size</th><th scope="col" className="pl-4 text-left font-semibold">Last used</th></tr></thead>
        <tbody>
          {gone.map(({ key, name, python, bytes, lastUsed }) => (
            <tr key={key} className="h-7 border-t border-line"><th scope="row" className="max-w-[200px] text-left font-normal"><span className="clip block">{name} <span className="font-mono text-xs text-ink-2">{key.slice(0, 8)}</span></span></th><td>{python}</td><td className="num whitespace-nowrap">{bytesOf(bytes)}</td><td className="pl-4 whitespace-nowrap">{lastUsed === null ? '–' : ago(lastUsed)}</td></tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
