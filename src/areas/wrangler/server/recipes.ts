import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import type { Datasets } from '#areas/datasets/server/store.ts'
import { diskProblem, hashOf, insideOf, writeAtomic } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { wrangler } from '../contract.ts'
import { Recipe } from '../domain/recipe.ts'
import { recipeFault } from '../domain/recipe-fault.ts'
import { bind } from './bind.ts'

/** Recipes are files of the workspace, readable and diffable; a save never overwrites what it has not seen. */
export function openRecipes({ datasets, root }: { datasets: Datasets; root: string }) {
  const saving = new Map<string, Promise<unknown>>()

  /** The version is written down, so that publishing under the same name does not feed a recipe its own result. */
  async function start({ dataset, version: wanted }: z.output<typeof wrangler.start.input>): Promise<z.input<typeof wrangler.start.output>> {
    const relation = await datasets.relation(dataset, wanted)
    const { rows, version } = relation.version
    const columns = relation.columns.map(({ name, type }, i) => ({ id: `c${i}`, name, type }))
    return { recipe: { schema: 1, source: { dataset, version, columns: columns.map(({ id, name }) => ({ id, name })) }, steps: [] }, columns, rows, version }
  }

  async function open({ path }: { path: string }): Promise<z.input<typeof wrangler.open.output>> {
    const text = await textOf(await insideOf(root, path), path)
    const recipe = parse(text, path)
    const relation = await datasets.relation(recipe.source.dataset, recipe.source.version)
    return { recipe, hash: hashOf(text), missing: [...bind(recipe.source, relation.columns).gone.values()] }
  }

  /** One save a file at a time, so that the hash that was checked is the one that is replaced. */
  function save(asked: z.output<typeof wrangler.save.input>): Promise<{ hash: string }> {
    const turn = (saving.get(asked.path) ?? Promise.resolve()).catch(() => {}).then(() => saveNow(asked))
    saving.set(asked.path, turn)
    return turn
  }

  async function saveNow({ path, recipe, hash }: z.output<typeof wrangler.save.input>): Promise<{ hash: string }> {
    if (!path.endsWith('.recipe.json')) throw new Problem('invalid', 'A recipe’s file name ends in .recipe.json.', 'path')
    const target = await insideOf(root, path)
    const there = await readFile(target, 'utf8').catch(() => null)
    const text = `${JSON.stringify(recipe, null, 2)}\n`
    const found = there === null ? null : hashOf(there)
    if (found !== hash && there !== text) throw new Problem('conflict', `“${path}” was changed elsewhere, in another tab or on disk. Take that one, or keep yours as a copy.`, 'hash')
    if (there !== text) await writeAtomic(target, text)
    return { hash: hashOf(text) }
  }

  return { start, open, save }
}

async function textOf(target: string, path: string): Promise<string> {
  return readFile(target, 'utf8').catch((error: unknown) => { throw diskProblem(error, path) })
}

function parse(text: string, path: string): Recipe {
  const parsed = Recipe.safeParse(jsonOf(text, path))
  if (parsed.success) return parsed.data
  throw new Problem('invalid', `“${path}” is no recipe that this version reads: ${recipeFault(parsed.error)} Open it as text to mend it.`)
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem('invalid', `“${path}” is not JSON: ${error instanceof Error ? error.message : ''}. Open it as text to mend it.`)
  }
}

