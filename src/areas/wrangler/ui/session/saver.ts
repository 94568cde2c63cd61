import { subscribable } from '#lib/subscribable.ts'
import { Problem } from '#wire/problem.ts'
import type { Recipe } from '../../domain/recipe.ts'
import { copyPath, defaultPath, openFile, saveAsNew, saveOver } from './recipe-files.ts'
import type { Saved } from './recipe-files.ts'

export interface Saving {
  readonly saved: Saved
  readonly busy: boolean
  readonly problem: Problem | undefined
}

const pause = 150

/** Writes the newest recipe it was given to its file, one write after the other, and stops at a problem until told. */
export function openSaver(opened: Saved) {
  const state = subscribable<Saving>({ saved: opened, busy: false, problem: undefined })
  let wanted = opened.recipe
  let timer: ReturnType<typeof setTimeout> | undefined

  async function write(how: () => Promise<Saved>): Promise<void> {
    state.change((now) => ({ ...now, busy: true }))
    try {
      const saved = await how()
      state.set({ saved, busy: false, problem: undefined })
    } catch (error) {
      state.change((now) => ({ ...now, busy: false, problem: error instanceof Problem ? error : new Problem('failed', String(error)) }))
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    const { saved, busy, problem } = state.get()
    const recipe = wanted
    if (busy || problem || recipe === saved.recipe) return
    const { path, hash } = saved
    await write(() => (path === null ? saveAsNew(recipe, defaultPath(recipe.source.dataset)) : saveOver(recipe, { path, hash })))
    await flush()
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    flush,
    /** An empty recipe that has no file yet gets none. */
    want: (recipe: Recipe) => {
      wanted = recipe.steps.length === 0 && state.get().saved.path === null ? state.get().saved.recipe : recipe
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), pause)
    },
    retry: () => {
      state.change((now) => ({ ...now, problem: undefined }))
      void flush()
    },
    /** What stands in the file now; from here on it is what changes build on. */
    takeTheirs: async (): Promise<Recipe | undefined> => {
      const { path } = state.get().saved
      if (path === null) return undefined
      await write(async () => {
        const theirs = await openFile(path)
        wanted = theirs.recipe
        return theirs
      })
      return state.get().problem ? undefined : wanted
    },
    keepCopy: () => {
      const { path } = state.get().saved
      const recipe = wanted
      return write(() => saveAsNew(recipe, copyPath(path ?? defaultPath(recipe.source.dataset))))
    },
    /** Asks whether the file is still the one that was written here; another is taken over where nothing of here would be lost, else told. */
    check: async (holding: boolean): Promise<Recipe | undefined> => {
      const { saved, busy, problem } = state.get()
      if (saved.path === null || busy || problem) return undefined
      const now = await openFile(saved.path).catch(() => undefined)
      if (!now || now.hash === saved.hash || state.get().saved !== saved || state.get().busy) return undefined
      if (holding || wanted !== saved.recipe) {
        state.change((was) => ({ ...was, problem: new Problem('conflict', `${saved.path} was changed elsewhere.`) }))
        return undefined
      }
      wanted = now.recipe
      state.set({ saved: now, busy: false, problem: undefined })
      return now.recipe
    },
  }
}
