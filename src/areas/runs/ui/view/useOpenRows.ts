import { useState } from 'react'

const keepable = 1500

/** Which groups and parents stand open; in the address as long as they are few. */
export function useOpenRows(text: string | undefined, setText: (text: string) => void): { readonly open: readonly string[]; readonly setOpen: (open: readonly string[]) => void } {
  const [open, setOpen] = useState<readonly string[]>(() => idsOf(text))
  return {
    open,
    setOpen: (next) => {
      setOpen(next)
      const kept = next.length === 0 ? '' : JSON.stringify(next)
      setText(kept.length > keepable ? '' : kept)
    },
  }
}

function idsOf(text: string | undefined): readonly string[] {
  try {
    const read: unknown = JSON.parse(text || '[]')
    return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}
