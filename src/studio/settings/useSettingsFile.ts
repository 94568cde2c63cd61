import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { workspaces } from '#areas/workspaces/contract.ts'
import { useCommandHere } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { asking, useCommand } from '#wire/ask.ts'

interface Draft { readonly text: string; readonly hash: string }

/** The settings file under edit: what is on disk, what was typed over it, and the way back. */
export function useSettingsFile({ setDirty, active }: Pick<PanelProps, 'setDirty' | 'active'>) {
  const file = useQuery(asking(workspaces.settingsFile, {}))
  const { data: told } = useQuery(asking(workspaces.settings, {}))
  const save = useCommand(workspaces.saveSettingsFile)
  const [draft, setDraft] = useState<Draft>()
  const dirty = draft !== undefined && draft.text !== file.data?.text
  useEffect(() => {
    setDirty(dirty)
    return () => setDirty(false)
  }, [dirty, setDirty])
  const write = () => { if (draft) save.mutate(draft, { onSuccess: () => setDraft(undefined) }) }
  useCommandHere('files.save', active && dirty, write)
  return {
    file, dirty, write, refused: save.error, path: told?.path, problem: told?.problem,
    text: draft?.text ?? file.data?.text,
    edit: (text: string) => setDraft({ text, hash: draft?.hash ?? file.data?.hash ?? '' }),
    drop: () => {
      setDraft(undefined)
      save.reset()
      void file.refetch()
    },
  }
}
