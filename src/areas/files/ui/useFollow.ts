import { useEffect, useEffectEvent } from 'react'
import type { PanelProps } from '#kit/desk.ts'
import { nameOf } from '../domain/names.ts'
import { followed, moved } from './moved.ts'

/** Keeps a tab on its file when that is renamed or moved in this page. */
export function useFollow({ params: { path = '' }, setParams, setTitle }: Pick<PanelProps, 'params' | 'setParams' | 'setTitle'>): void {
  const follow = useEffectEvent(() => {
    const move = moved.get()
    const next = move && followed(path, move)
    if (next === undefined) return
    setParams({ path: next })
    setTitle(nameOf(next))
  })
  useEffect(() => moved.subscribe(() => follow()), [])
}
