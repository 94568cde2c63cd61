import { Database, Eye, FileJson, ListPlus, Plus } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { files } from '#areas/files/contract.ts'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { Head } from '#kit/Head.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { asking } from '#wire/ask.ts'
import { catalogue } from '../../domain/catalogue.ts'
import { useBench } from '../session/bench.ts'
import { defaultPath } from '../session/recipe-files.ts'
import { StepCard } from './StepCard.tsx'
import { StepForm } from './StepForm.tsx'
import { StepIcon } from './StepIcon.tsx'
import { useStepMoves } from './useStepMoves.ts'

/** The steps in their order, the one that is written among them. */
export function RecipePane({ path, onAdd, onOpen }: { readonly path: string | null; readonly onAdd: () => void; readonly onOpen: (path: string) => void }) {
  const { recipe, steps, draft, planProblem } = useBench()
  const moves = useStepMoves()
  const pane = useRef<HTMLElement>(null)
  useFocusBack(draft?.step.id, pane)
  const drop = (id: string, index: number) => { if (recipe.steps.some((step) => step.id === id)) moves.move(id, index) }
  return (
    <section ref={pane} className="wr-recipe" aria-label="Recipe">
      <Head title="Recipe">
        {path && <Chip title={path} icon={FileJson}>{path.split('/').at(-1)}</Chip>}
        <Button variant="ghost" icon={Plus} label="Add step" keyHint="Mod+J" onPress={onAdd} />
      </Head>
      <ol className="wr-steps">
        {recipe.steps.length > 0 && <Source />}
        {planProblem && <li><ProblemNote error={planProblem} /></li>}
        {recipe.steps.map((step, index) => [
          draft?.isNew && draft.at === index ? <NewCard key="draft" /> : null,
          <StepCard key={step.id} step={step} state={steps.find(({ id }) => id === step.id)} index={index} count={recipe.steps.length} onDrop={drop} />,
        ])}
        {draft?.isNew && draft.at >= recipe.steps.length && <NewCard />}
        {!draft && <li className="px-2 pb-2 flex flex-col gap-2">
          {recipe.steps.length === 0 && <Beginning onOpen={onOpen} path={path} />}
          <Button icon={ListPlus} className="wr-addstep w-full" onPress={onAdd} keyHint="Mod+J">Add step</Button>
        </li>}
      </ol>
    </section>
  )
}

/** When the form is done the focus goes to its step; when it was discarded, to the button that adds one. */
function useFocusBack(step: string | undefined, pane: RefObject<HTMLElement | null>): void {
  const before = useRef<string>(undefined)
  useEffect(() => {
    const last = before.current
    before.current = step
    if (last === undefined || step !== undefined || document.activeElement !== document.body) return
    const card = pane.current?.querySelector<HTMLElement>(`[data-step="${last}"]`)
    const add = pane.current?.querySelector<HTMLElement>('.wr-addstep')
    ;(card ?? add)?.focus()
  }, [step, pane])
}

function Source() {
  const { at, setAt, dataset, version } = useBench()
  const looked = at === 'source'
  return (
    <li className={`wr-source ${looked ? 'on' : ''}`}>
      <button type="button" className="wr-stepmain" {...(looked ? { 'aria-current': 'step' as const } : {})} onClick={() => setAt(looked ? undefined : 'source')}><Database size={13} /><span className="clip">{dataset} v{version}</span>{looked && <Eye size={12} />}</button>
    </li>
  )
}

function NewCard() {
  const { draft, draftState, preview } = useBench()
  if (!draft) return null
  return (
    <li className="wr-step on">
      <div className="wr-stephead"><div className="wr-stepmain"><span className="icon"><StepIcon op={draft.step.op} /></span><b className="clip">{catalogue.get(draft.step.op)?.title}</b><small><span className="changed">{preview ? 'preview' : 'new'}</span></small><span className="says clip">{draftState?.says ?? ''}</span></div></div>
      <StepForm />
    </li>
  )
}

function Beginning({ path, onOpen }: { readonly path: string | null; readonly onOpen: (path: string) => void }) {
  const { dataset } = useBench()
  const file = defaultPath(dataset)
  const earlier = useQuery({ ...asking(files.stat, { path: file }), enabled: path === null })
  return (
    <div className="text-s text-ink-2 flex flex-col gap-2 py-1">
      <p>Each thing you do to the data becomes a step here. Steps can be changed, moved, turned off and undone; the data set itself stays as it is until you publish.</p>
      {path === null && earlier.data && <Button size="s" icon={FileJson} onPress={() => onOpen(file)}>Go on with {file}</Button>}
    </div>
  )
}
