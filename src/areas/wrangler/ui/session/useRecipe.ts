import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { begun, recorded, redone, undone } from '../../domain/history.ts'
import type { History } from '../../domain/history.ts'
import { keptHistory, keptText } from '../../domain/kept-history.ts'
import type { Recipe } from '../../domain/recipe.ts'
import type { Saved } from './recipe-files.ts'
import { openSaver } from './saver.ts'

/** The recipe with its history, saved to its file a moment after each change. */
export function useRecipe(opened: Saved) {
  const [history, setHistory] = useState(() => historyOf(opened))
  const [saver] = useState(() => openSaver({ ...opened, recipe: history.now }))
  const { saved, busy, problem } = useSyncExternalStore(saver.subscribe, saver.get)
  const recipe = history.now
  const settled = recipe === saved.recipe

  useEffect(() => saver.want(recipe), [saver, recipe])
  useEffect(() => {
    if (saved.path !== null && saved.hash !== null && settled) keep(saved.path, keptText(saved.hash, history))
  }, [saved, settled, history])
  useEffect(() => {
    const leave = () => void saver.flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [saver])
  const takeTheirs = async () => {
    const theirs = await saver.takeTheirs()
    if (theirs) setHistory((now) => recorded(now, theirs))
  }
  /** `holding`: something is being written that would lose its ground. True when the recipe is now that of elsewhere. */
  const look = useCallback(async (holding: boolean): Promise<boolean> => {
    const theirs = await saver.check(holding)
    if (theirs) setHistory((now) => recorded(now, theirs))
    return theirs !== undefined
  }, [saver])
  return {
    recipe, busy, problem, path: saved.path,
    unsaved: problem !== undefined || (!settled && (saved.path !== null || recipe.steps.length > 0)),
    canUndo: history.past.length > 0,
    canRedo: history.next.length > 0,
    edit: (change: (recipe: Recipe) => Recipe) => setHistory((now) => recorded(now, change(now.now))),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    retry: saver.retry,
    look,
    takeTheirs: () => void takeTheirs(),
    keepCopy: () => void saver.keepCopy(),
  }
}

export type RecipeState = ReturnType<typeof useRecipe>

function historyOf({ path, hash, recipe }: Saved): History<Recipe> {
  return (path === null ? undefined : keptHistory(sessionStorage.getItem(keyOf(path)), hash, recipe)) ?? begun(recipe)
}

/** Undo outlives the panel and a reload as long as the browser's tab lives and the file is the same. */
function keep(path: string, text: string | undefined): void {
  sessionStorage.removeItem(keyOf(path))
  try {
    if (text !== undefined) sessionStorage.setItem(keyOf(path), text)
  } catch {
    // The storage is full: the recipe itself is in its file.
  }
}

function keyOf(path: string): string {
  return `undo ${path}`
}
