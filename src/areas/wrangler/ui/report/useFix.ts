import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDesk } from '#kit/desk.ts'
import { ask } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import type { Warning } from '../../domain/analysis.ts'
import { isHeld } from '../../domain/held.ts'
import { freshStepId, withStep } from '../../domain/recipe.ts'
import { defaultPath, saveAsNew, saveOver } from '../session/recipe-files.ts'

interface Given {
  readonly dataset: string
  /** The recipe's file, if it has one yet. */
  readonly path: string | undefined
  readonly onPath: (path: string) => void
}

/** Adds the step that mends a warning to the recipe's file; the table that has it open takes it over. What is in the file is done. */
export function useFix({ dataset, path: asked, onPath }: Given) {
  const desk = useDesk()
  const queries = useQueryClient()
  const asking = (file: string | undefined) => ({ queryKey: ['files', 'fixes', file], queryFn: async () => (await ask(wrangler.open, { path: file ?? '' })).recipe, enabled: file !== undefined, retry: false })
  const { data: held, isError } = useQuery(asking(asked))
  const path = isError ? undefined : asked
  const add = useMutation({
    mutationFn: async (warning: Warning) => {
      const { fix } = warning
      if (!fix) return undefined
      const opened = path === undefined ? { recipe: (await ask(wrangler.start, { dataset })).recipe, hash: null } : await ask(wrangler.open, { path })
      const recipe = withStep(opened.recipe, { id: freshStepId(opened.recipe), op: fix.op, v: 1, params: fix.params, enabled: true, note: warning.title })
      return path === undefined ? saveAsNew(recipe, defaultPath(dataset)) : saveOver(recipe, { path, hash: opened.hash })
    },
    onSuccess: (saved, warning) => {
      if (!saved?.path) return
      const file = saved.path
      queries.setQueryData(asking(file).queryKey, saved.recipe)
      if (file !== asked) onPath(file)
      desk.notify({ kind: 'good', text: `“${warning.fix?.label}” is now a step of ${file}.`, action: { label: 'Show the recipe', run: () => desk.open('wrangler', { path: file }) } })
    },
    onError: (problem) => desk.notify({ kind: 'bad', text: problem.message }),
  })
  const isDone = ({ fix }: Warning) => fix !== null && held !== undefined && isHeld(held, fix)
  return { add: add.mutate, isDone, busy: add.isPending }
}

export type Fix = ReturnType<typeof useFix>
