import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useCommandHere, useDesk } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { ask, asking, useCommand } from '#wire/ask.ts'
import { Problem } from '#wire/problem.ts'
import { files } from '../contract.ts'
import { edited, isDirty, kept, opened, saved, seen, taken } from '../domain/document.ts'
import type { Document } from '../domain/document.ts'
import type { TextFile } from '../domain/entry.ts'
import { nameOf } from '../domain/names.ts'
import { keepDraft, keptDraft } from './drafts.ts'
import { useFollow } from './useFollow.ts'

/** The text as it is on disk, asked again only when its time or size changed. */
export function useTextFile(path: string) {
  const facts = useQuery({ ...asking(files.stat, { path }), retry: false })
  const stamp = facts.data ? `${facts.data.modified}:${facts.data.bytes}` : undefined
  const text = useQuery({ queryKey: ['file-text', path, stamp], queryFn: stamp === undefined ? skipToken : ({ signal }) => ask(files.read, { path }, signal), retry: false, staleTime: Infinity, gcTime: 10_000, placeholderData: (before, query) => (query?.queryKey[1] === path ? before : undefined) })
  const retry = () => { void facts.refetch(); void text.refetch() }
  const gone = facts.data === null
  const latest = gone ? 'gone' as const : text.isPlaceholderData ? undefined : text.data
  return { file: text.data, latest, gone, error: facts.error ?? text.error, retry }
}

/** A file under edit in a panel: dirty mark, save, and what happens when it changes on disk. */
export function useDocument(props: PanelProps) {
  const { params: { path = '' }, setDirty, active } = props
  useFollow(props)
  const disk = useTextFile(path)
  const [document, setDocument] = useState<Document>()
  const [told, setTold] = useState<TextFile | 'gone'>()
  const { file, gone, latest } = disk
  const { saving, save, keepMine, typed } = useSave({ path, file, document, setDocument })
  if (latest !== undefined && latest !== told && !saving) {
    setTold(latest)
    setDocument((now) => onDisk(now, latest, path))
  }

  const dirty = document !== undefined && isDirty(document)
  useEffect(() => setDirty(dirty), [dirty, setDirty])
  useEffect(() => {
    const timer = setTimeout(() => { if (document) keepDraft(path, isDirty(document) ? { text: document.mine, base: document.base } : undefined) }, 400)
    return () => clearTimeout(timer)
  }, [path, document])

  const change = (how: (now: Document) => Document) => setDocument((now) => now && how(now))
  const editable = file?.note === ''
  useCommandHere('files.save', active && editable, save)
  useCommandHere('files.revert', active && dirty, () => change((now) => (now.theirs === undefined ? opened(now.base) : taken(now))))
  return {
    path, file, document, dirty, editable, saving, save,
    gone: gone && document === undefined,
    error: document ? undefined : disk.error,
    retry: disk.retry,
    edit: (text: string) => {
      typed(text)
      change((now) => edited(now, text))
    },
    keepMine,
    takeTheirs: () => change(taken),
  }
}

interface Saving { readonly path: string; readonly file: TextFile | undefined; readonly document: Document | undefined; readonly setDocument: (how: (now: Document | undefined) => Document | undefined) => void }

function useSave({ path, file, document, setDocument }: Saving) {
  const desk = useDesk()
  const queries = useQueryClient()
  const write = useCommand(files.write)
  const [saving, setSaving] = useState(false)
  async function save(now: Document, bom: boolean): Promise<void> {
    setSaving(true)
    try {
      const { hash } = await write.mutateAsync({ path, text: now.mine, bom, expected: now.base.hash })
      setDocument((later) => later && saved(later, { text: now.mine, hash }))
    } catch (error) {
      if (error instanceof Problem && error.code === 'conflict') await queries.invalidateQueries({ queryKey: ['files', 'stat'] })
      else desk.notify({ kind: 'bad', text: error instanceof Error ? error.message : `“${nameOf(path)}” was not saved.` })
    } finally {
      setSaving(false)
    }
  }
  const ahead = useRef<string>(undefined)
  useEffect(() => { if (document?.mine === ahead.current) ahead.current = undefined }, [document])
  /** With what was typed and not drawn yet: a key to save may come before. */
  const newest = () => document && (ahead.current === undefined ? document : edited(document, ahead.current))
  const again = useRef(false)
  const saveAs = (now: Document | undefined) => {
    if (saving) again.current = true
    else if (now && file?.note === '') void save(now, file.bom)
  }
  const onward = useEffectEvent(() => saveAs(newest()))
  useEffect(() => {
    if (saving || !again.current) return
    again.current = false
    onward()
  }, [saving])
  return {
    saving,
    typed: (text: string) => { ahead.current = text },
    save: () => saveAs(newest()),
    /** Mine replaces what is on disk, now. */
    keepMine: () => {
      const now = newest()
      setDocument((before) => before && kept(before))
      saveAs(now && kept(now))
    },
  }
}

export type OpenDocument = ReturnType<typeof useDocument>

/** What the document becomes when the disk is seen; at first with what was left unsaved before. */
function onDisk(now: Document | undefined, disk: TextFile | 'gone', path: string): Document | undefined {
  const draft = now ? undefined : keptDraft(path)
  if (disk === 'gone') {
    const begun = now ?? (draft && edited(opened(draft.base), draft.text))
    return begun && seen(begun, 'gone')
  }
  const version = { text: disk.text, hash: disk.hash }
  const begun = now ?? (draft && disk.note === '' ? edited(opened(draft.base), draft.text) : opened(version))
  return seen(begun, version)
}
