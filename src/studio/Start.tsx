import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { workspaces } from '#areas/workspaces/contract.ts'
import { Skeleton } from '#kit/Skeleton.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { ask } from '#wire/ask.ts'
import { readAddress } from './address.ts'
import { Shell } from './Shell.tsx'
import { openStudio, StudioContext } from './studio.ts'
import type { Studio } from './studio.ts'

/** Fetches the desk and the settings, then opens the studio on them. */
export function Start() {
  const queries = useQueryClient()
  const { data: studio, error, mutate } = useMutation({ mutationFn: () => begin(queries) })
  useEffect(() => mutate(), [mutate])
  if (studio) return <StudioContext value={studio}><Shell /></StudioContext>
  return (
    <div className="h-full grid place-items-center">
      <div className="w-96">{error === null ? <Skeleton lines={4} height={18} label="Opening the workspace" /> : <ProblemNote error={error} onRetry={() => mutate()} />}</div>
    </div>
  )
}

async function begin(queries: QueryClient): Promise<Studio> {
  const address = readAddress(location)
  const [{ desk }, told, workspace] = await Promise.all([ask(workspaces.desk, { session: address.session }), ask(workspaces.settings, {}), ask(workspaces.workspace, {})])
  const studio = openStudio({ address, kept: desk, settings: told.settings, workspace, queries })
  if (told.problem) studio.notices.notify({ kind: 'warn', text: told.problem })
  if (address.opens) studio.desk.open(address.opens.kind, address.opens.params)
  else if (desk) studio.desk.open('home')
  if (address.opens) studio.saving.changed()
  studio.dock.takeFocus(studio.dock.active()?.id ?? '')
  return studio
}
