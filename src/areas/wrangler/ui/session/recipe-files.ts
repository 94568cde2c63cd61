import { ask } from '#wire/ask.ts'
import { Problem } from '#wire/problem.ts'
import { wrangler } from '../../contract.ts'
import type { Recipe } from '../../domain/recipe.ts'

export interface Saved { readonly recipe: Recipe; readonly hash: string | null; readonly path: string | null }

const tries = 50

export function defaultPath(dataset: string): string {
  return `recipes/${dataset}.recipe.json`
}

/** Saves under the first name that is free: `a.recipe.json`, `a-2.recipe.json`, … */
export async function saveAsNew(recipe: Recipe, path: string): Promise<Saved> {
  const base = path.replace(/\.recipe\.json$/, '')
  for (const name of [path, ...Array.from({ length: tries }, (_, i) => `${base}-${i + 2}.recipe.json`)]) {
    const hash = await saveFree(recipe, name)
    if (hash !== undefined) return { recipe, hash, path: name }
  }
  throw new Problem('conflict', `There are already more than ${tries} recipes named like ${path}. Delete or rename some, then try again.`)
}

async function saveFree(recipe: Recipe, path: string): Promise<string | undefined> {
  try {
    return (await ask(wrangler.save, { path, recipe, hash: null })).hash
  } catch (error) {
    if (isConflict(error)) return undefined
    throw error
  }
}

export async function saveOver(recipe: Recipe, { path, hash }: { readonly path: string; readonly hash: string | null }): Promise<Saved> {
  return { recipe, path, hash: (await ask(wrangler.save, { path, recipe, hash })).hash }
}

export function isConflict(error: unknown): boolean {
  return error instanceof Problem && error.code === 'conflict'
}

export async function openFile(path: string): Promise<Saved> {
  const { recipe, hash } = await ask(wrangler.open, { path })
  return { recipe, hash, path }
}

export function copyPath(path: string): string {
  return path.replace(/\.recipe\.json$/, '-copy.recipe.json')
}
