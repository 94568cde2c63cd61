import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asking, useCommand } from '#wire/ask.ts'
import { given } from '#lib/given.ts'
import { registry } from '../contract.ts'
import { aliasFault, modelNameFault } from '../domain/names.ts'
import type { VersionInfo } from '../domain/registered.ts'
import type { Source } from './SourceFields.tsx'

/** What is filled in to make a version, whether it may be sent, and the sending. */
export function useRegistration(params: Readonly<Record<string, string>>, done: (version: VersionInfo) => void) {
  const [first] = useState<Source>(() => sourceOf(params))
  const [source, setSource] = useState(first)
  const [written, setModel] = useState(params['model'])
  const offer = useOfferedName(source, written === undefined)
  const model = written ?? offer.name
  const [description, setDescription] = useState('')
  const [alias, setAlias] = useState<string>()
  const registering = useCommand(registry.register)
  const importing = useCommand(registry.import)
  const faults = faultsOf(model, alias)
  const busy = registering.isPending || importing.isPending
  const ready = model !== '' && faults.model === undefined && faults.alias === undefined && isNamed(source) && !busy

  function go(): void {
    if (!ready) return
    if (source.kind === 'files') importing.mutate({ model, path: source.path, description }, { onSuccess: done })
    else registering.mutate({ model, description, ...namedBy(source), ...given({ alias }) }, { onSuccess: done })
  }

  return { source, setSource, /** The name to offer is asked for, of what the form was opened with. */ waits: offer.waits && source === first, model, setModel, description, setDescription, alias, setAlias, faults, busy, ready, error: registering.error ?? importing.error, go }
}

function useOfferedName(source: Source, wanted: boolean): { readonly name: string; readonly waits: boolean } {
  const named = source.kind !== 'files' && isNamed(source)
  const { data, isLoading } = useQuery({ ...asking(registry.nameFor, namedBy(source)), enabled: wanted && named, retry: false })
  return { name: named ? (data?.name ?? '') : '', waits: isLoading }
}

function faultsOf(model: string, alias: string | undefined) {
  return { model: model === '' ? undefined : modelNameFault(model), alias: alias === undefined ? undefined : aliasFault(alias, { reserved: true }) }
}

function sourceOf({ run, path = '', loggedModel }: Readonly<Record<string, string>>): Source {
  if (loggedModel) return { kind: 'logged', id: loggedModel }
  if (path && !run) return { kind: 'files', path: path.replace(/(^|\/)MLmodel$/, '') || path }
  return { kind: 'run', run: run ?? '', path }
}

function namedBy(source: Source): { readonly run?: string; readonly path?: string; readonly loggedModel?: string } {
  if (source.kind === 'files') return {}
  return source.kind === 'run' ? { run: source.run, path: source.path } : { loggedModel: source.id }
}

function isNamed(source: Source): boolean {
  const name = source.kind === 'run' ? source.run : source.kind === 'logged' ? source.id : source.path
  return name.trim() !== ''
}
