import { CircleAlert, Eye, GripVertical, MoreHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { DragEvent, KeyboardEvent } from 'react'
import { Button } from '#kit/Button.tsx'
import { Menu } from '#kit/Menu.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { StepState } from '../../contract.ts'
import { catalogue } from '../../domain/catalogue.ts'
import type { Step } from '../../domain/recipe.ts'
import { useBench } from '../session/bench.ts'
import { EffectMark } from './EffectMark.tsx'
import { FittedNote } from './FittedNote.tsx'
import { StepIcon } from './StepIcon.tsx'
import { StepForm } from './StepForm.tsx'
import { stepMenu } from './step-menu.ts'
import { useStepMoves } from './useStepMoves.ts'

interface Props { readonly step: Step; readonly state: StepState | undefined; readonly index: number; readonly count: number; readonly onDrop: (id: string, at: number) => void }

/** One step: what it says and does. A press shows the rows as they stood after it. */
export function StepCard({ step, state, index, count, onDrop }: Props) {
  const { at, draft, editStep } = useBench()
  const moves = useStepMoves()
  const [noting, setNoting] = useState(false)
  const [over, setOver] = useState(false)
  const editing = draft?.step.id === step.id
  const looked = at === step.id
  const edit = () => editStep(step.id)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onDrop(event.dataTransfer.getData('text/x-step'), index)
  }
  const noted = (note: string) => {
    setNoting(false)
    if (note !== (step.note ?? '')) moves.note(step.id, note)
  }
  return (
    <li
      className={['wr-step', step.enabled ? '' : 'off', looked || editing ? 'on' : '', over ? 'over' : ''].join(' ')}
      onDragOver={(event) => { if (event.dataTransfer.types.includes('text/x-step')) { event.preventDefault(); setOver(true) } }} onDragLeave={() => setOver(false)} onDrop={drop}
    >
      <div className="wr-stephead">
        <StepButton {...{ step, state, index, count, editing, looked, moves, edit }} />
        <Menu label={`Step ${index + 1}`} placement="bottom end" items={stepMenu({ step, index, count, moves, edit, note: () => setNoting(true) })}>
          <Button variant="ghost" size="s" icon={MoreHorizontal} label={`More for step ${index + 1}`} />
        </Menu>
      </div>
      {editing ? <StepForm /> : <StepNotes step={step} state={state} looked={looked} edit={edit} />}
      {step.note && !noting && <p className="wr-note"><span className="italic">{step.note}</span></p>}
      {noting && <NoteField note={step.note ?? ''} onDone={noted} />}
    </li>
  )
}

interface ButtonProps extends Omit<Props, 'onDrop'> { readonly editing: boolean; readonly looked: boolean; readonly moves: ReturnType<typeof useStepMoves>; readonly edit: () => void }

function StepButton({ step, state, index, count, editing, looked, moves, edit }: ButtonProps) {
  const { setAt } = useBench()
  const title = state?.title ?? catalogue.get(step.op)?.title ?? step.op
  const says = state?.says ?? ''
  const keys = (event: KeyboardEvent) => {
    const act = cardKey(event, { step, index, moves, edit })
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <button
      type="button" className="wr-stepmain" data-step={step.id} draggable {...(looked ? { 'aria-current': 'step' as const } : {})} aria-label={labelOf({ step, state, index, count, title, says })}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete F2" onClick={() => setAt(looked ? undefined : step.id)} onDoubleClick={edit} onKeyDown={keys}
      onDragStart={(event) => { event.dataTransfer.setData('text/x-step', step.id); event.dataTransfer.effectAllowed = 'move' }}
    >
      <span className="icon"><StepIcon op={step.op} /><GripVertical size={15} /></span>
      <b className="clip">{title}</b>
      <small>{editing ? <span className="changed">preview</span> : step.enabled ? <EffectMark id={step.id} op={step.op} problem={state?.problem?.message} /> : 'off'}</small>
      <span className="says clip" title={says}>{says}</span>
    </button>
  )
}

function labelOf({ step, state, index, count, title, says }: Omit<Props, 'onDrop'> & { readonly title: string; readonly says: string }): string {
  return `Step ${index + 1} of ${count}: ${title}${step.enabled ? '' : ', off'}${state?.problem ? ', has a problem' : ''}. ${says}`
}

function StepNotes({ step, state, looked, edit }: { readonly step: Step; readonly state: StepState | undefined; readonly looked: boolean; readonly edit: () => void }) {
  return (
    <>
      {state?.problem && <p className="wr-note bad" role="alert"><CircleAlert size={12} /><span>{state.problem.message}</span><Button size="s" onPress={edit}>Mend</Button></p>}
      {step.enabled && <FittedNote notes={state?.notes ?? []} />}
      {looked && <p className="wr-note accent"><Eye size={12} /><span>The rows as they stand after this step.</span></p>}
    </>
  )
}

function NoteField({ note, onDone }: { readonly note: string; readonly onDone: (note: string) => void }) {
  const [text, setText] = useState(note)
  return <div className="px-2 pb-2"><TextField label="Note" hideLabel autoFocus value={text} onChange={setText} placeholder="Why this step is here" onEnter={() => onDone(text)} onBlur={() => onDone(text)} /></div>
}

interface Acts { readonly step: Step; readonly index: number; readonly moves: ReturnType<typeof useStepMoves>; readonly edit: () => void }

function cardKey({ key, altKey, currentTarget }: KeyboardEvent, { step, index, moves, edit }: Acts): (() => void) | undefined {
  if (altKey && key === 'ArrowUp') return () => moves.move(step.id, index - 1)
  if (altKey && key === 'ArrowDown') return () => moves.move(step.id, index + 1)
  if (altKey) return undefined
  if (key === 'Delete') return () => moves.remove(step.id)
  if (key === 'F2') return edit
  const by = { ArrowUp: -1, ArrowDown: 1 }[key]
  return by === undefined ? undefined : () => focusBeside(currentTarget, by)
}

function focusBeside(card: Element, by: number): void {
  const cards = [...(card.closest('ol')?.querySelectorAll<HTMLElement>('.wr-stepmain') ?? [])]
  cards[cards.findIndex((one) => one === card) + by]?.focus()
}
