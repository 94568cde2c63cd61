import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { files } from '#areas/files/contract.ts'
import { useDesk } from '#kit/desk.ts'
import { asking } from '#wire/ask.ts'
import type { RecipeState } from './useRecipe.ts'

/** Hears of the recipe's file when another tab, a program or the report changes it, and when one comes back to this page. */
export function useFollowFile({ path, look }: Pick<RecipeState, 'path' | 'look'>, holding: boolean): void {
  const desk = useDesk()
  const { data } = useQuery({ ...asking(files.stat, { path: path ?? '' }), enabled: path !== null, retry: false })
  const stamp = data && `${data.modified} ${data.bytes}`
  const follow = useRef(() => {})
  useEffect(() => {
    follow.current = () => {
      void look(holding).then((taken) => {
        if (taken) desk.notify({ kind: 'info', text: `“${path}” was changed elsewhere, and stands here now as it was saved there. Undo brings back what stood here.` })
      })
    }
  })
  useEffect(() => { if (stamp) follow.current() }, [stamp])
  useEffect(() => {
    const back = () => follow.current()
    window.addEventListener('focus', back)
    return () => window.removeEventListener('focus', back)
  }, [])
}
