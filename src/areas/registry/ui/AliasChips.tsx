import { Crown, Tag } from 'lucide-react'
import { Chip } from '#kit/Chip.tsx'

export function AliasChips({ aliases, onRemove }: { readonly aliases: readonly string[]; readonly onRemove?: (alias: string) => void }) {
  return aliases.map((alias) => (
    <Chip key={alias} kind="accent" icon={alias === 'champion' ? Crown : Tag} title={`models:/…@${alias}`} {...(onRemove ? { onRemove: () => onRemove(alias), removeLabel: `Take the alias ${alias} off` } : {})}>{alias}</Chip>
  ))
}
