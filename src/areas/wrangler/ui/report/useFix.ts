import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useDesk } from '#kit/desk.ts'
import { ask } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import type { Warning } from '../../domain/analysis.ts'
import { freshStepId, withStep } from '../../domain/recipe.ts'
import { defaultPath, saveAsNew, saveOver } from '../session/recipe-files.ts'

/** Adds the step that mends a warning to the recipe's file; the table that has it open takes it over. */
export function useFix({ path, dataset }: { readonly path: string | undefined; readonly dataset: string | undefined }) {
  const desk = useDesk()
  const [own, setOwn] = useState<string>()
  const [done, setDone] = useState<ReadonlySet<Warning>>(new Set())
  const add = useMutation({
    mutationFn: async (warning: Warning) => {
      const file = path ?? own
      const { fix } = warning
      if (!fix || dataset === undefined) return undefined
      const opened = file === undefined ? { recipe: (await ask(wrangler.start, { dataset })).recipe, hash: null } : await ask(wrangler.open, { path: file })
      const recipe = withStep(opened.recipe, { id: freshStepId(opened.recipe), op: fix.op, v: 1, params: fix.params, enabled: true, note: warning.title })
      return file === undefined ? saveAsNew(recipe, defaultPath(dataset)) : saveOver(recipe, { path: file, hash: opened.hash })
    },
    onSuccess: (saved, warning) => {
      if (!saved?.path) return
      const file = saved.path
      setOwn(file)
      setDone((before) => new Set([...before, warning]))
      desk.notify({ kind: 'good', text: `“${warning.fix?.label}” is now a step of ${file}.`, action: { label: 'Show the recipe', run: () => desk.open('wrangler', { path: file }) } })
    },
    onError: (problem) => desk.notify({ kind: 'bad', text: problem.message }),
  })
  return { add: add.mutate, done, busy: add.isPending }
}

export type Fix = ReturnType<typeof useFix>
