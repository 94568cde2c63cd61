import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { Combo } from '#kit/Combo.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { asking, useCommand } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { aliasFault } from '../domain/names.ts'
import type { VersionInfo } from '../domain/registered.ts'

export function AliasDialog({ version: { model, version, approval }, onClose }: { readonly version: VersionInfo; readonly onClose: () => void }) {
  const [alias, setAlias] = useState<string>()
  const { data } = useQuery(asking(registry.model, { name: model }))
  const setting = useCommand(registry.setAlias)
  const known = data?.aliases ?? []
  const fault = alias === undefined ? undefined : aliasFault(alias, { reserved: true })
  const before = known.find((one) => one.alias === alias)
  const options = [...new Set(['champion', 'challenger', ...known.map((one) => one.alias)])].map((id) => ({ id, label: id, note: known.some((one) => one.alias === id) ? `v${known.find((one) => one.alias === id)?.version}` : 'free' }))
  const go = () => { if (alias !== undefined) setting.mutate({ model, version, alias }, { onSuccess: onClose }) }
  return (
    <Dialog title={`Give version ${version} an alias`} width={420} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={alias === undefined || fault !== undefined || setting.isPending} onPress={go}>Give the alias</Button></>}>
      <Combo label="Alias" free autoFocus options={options} value={alias} onChange={setAlias} placeholder="champion" hint={`Code loads it as models:/${model}@${alias ?? '…'}.`} {...(fault ? { error: fault } : {})} />
      {before && before.version !== version && <p className="text-s text-ink-2">It names version {before.version} now and moves from there.</p>}
      {approval !== 'approved' && <p className="text-s text-ink-2">This version is {approval}; code that loads by the alias gets it all the same.</p>}
      {setting.error && <ProblemNote error={setting.error} />}
    </Dialog>
  )
}
