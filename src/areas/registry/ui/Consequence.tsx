import { useQuery } from '@tanstack/react-query'
import { Select } from '#kit/Select.tsx'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import type { VersionDetail } from '../domain/registered.ts'
import { approvedBut } from '../domain/serves.ts'

interface ConsequenceProps { readonly version: VersionDetail; readonly chosen: number | undefined; readonly onChoose: (version: number) => void }

/** Which version takes over when this one is rejected, and where its aliases go; the lead may choose another. */
export function Consequence({ version: { model, version, approval, aliases, successor }, chosen, onChoose }: ConsequenceProps) {
  const { data } = useQuery(asking(registry.model, { name: model }))
  if (approval !== 'approved' && aliases.length === 0) return null
  if (!successor) return <p className="rounded-2 bg-sunken p-3 text-s" role="note">No other version is approved, so that none serves again.{aliases.length > 0 ? ` ${aliases.join(', ')} will name no version, and code that loads by it is refused.` : ''}</p>
  const serves = chosen ?? successor.version
  const why = serves !== successor.version ? 'which you chose' : successor.because === 'served' ? 'which served before it' : 'the newest that is still approved'
  const others = data ? approvedBut(data.all, version) : []
  const noteOf = (one: number) => (one !== successor.version ? {} : { note: successor.because === 'served' ? 'served before' : 'newest' })
  return (
    <>
      <p className="rounded-2 bg-sunken p-3 text-s" role="note">Version {serves}, {why}, serves again. {moved(aliases)}</p>
      {others.length > 1 && <Select label="Serves again" options={others.map((one) => ({ id: String(one), label: `Version ${one}`, ...noteOf(one) }))} value={String(serves)} onChange={(id) => onChoose(Number(id))} />}
    </>
  )
}

function moved(aliases: readonly string[]): string {
  if (aliases.length === 0) return 'No alias names it.'
  return aliases.length === 1 ? `The alias ${aliases[0]} moves there.` : `The aliases ${aliases.join(', ')} move there.`
}
