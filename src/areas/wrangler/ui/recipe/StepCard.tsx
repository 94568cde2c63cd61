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
import { stepIcon } from './step-icon.ts'
import { StepForm } from './StepForm.tsx'
import { stepMenu } from './step-menu.ts'
import { useStepMoves } from './useStepMoves.ts'

/** One step: what it says and does. A press shows the rows as they stood after it. */
export function StepCard({ step, state, index, count, onDrop }: { readonly step: Step; readonly state: StepState | undefined; readonly index: number; readonly count: number; readonly onDrop: (id: string, at: number) => void }) {
  const { at, setAt, draft, editStep } = useBench()
  const moves = useStepMoves()
  const [noting, setNoting] = useState(false)
  const [over, setOver] = useState(false)
  const Icon = stepIcon(step.op)
  const title = state?.title ?? catalogue.get(step.op)?.title ?? step.op
  const editing = draft?.step.id === step.id
  const looked = at === step.id
  const keys = (event: KeyboardEvent) => {
    const act = cardKey(event, { step, index, moves, edit: () => editStep(step.id) })
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onDrop(event.dataTransfer.getData('text/x-step'), index)
  }
  return (
    <li
      className={`wr-step ${step.enabled ? '' : 'off'} ${looked || editing ? 'on' : ''} ${over ? 'over' : ''}`}
      onDragOver={(event) => { if (event.dataTransfer.types.includes('text/x-step')) { event.preventDefault(); setOver(true) } }} onDragLeave={() => setOver(false)} onDrop={drop}
    >
      <div className="wr-stephead">
        <button
          type="button" className="wr-stepmain" data-step={step.id} draggable aria-current={looked ? 'step' : undefined} aria-label={`Step ${index + 1} of ${count}: ${title}${step.enabled ? '' : ', off'}${state?.problem ? ', has a problem' : ''}. ${state?.says ?? ''}`}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete F2" onClick={() => setAt(looked ? undefined : step.id)} onDoubleClick={() => editStep(step.id)} onKeyDown={keys}
          onDragStart={(event) => { event.dataTransfer.setData('text/x-step', step.id); event.dataTransfer.effectAllowed = 'move' }}
        >
          <span className="icon"><Icon size={15} /><GripVertical size={15} /></span>
          <b className="clip">{title}</b>
          <small>{editing ? <span className="changed">preview</span> : step.enabled ? <EffectMark id={step.id} problem={state?.problem?.message} /> : 'off'}</small>
          <span className="says clip" title={state?.says ?? ''}>{state?.says ?? ''}</span>
        </button>
        <Menu label={`Step ${title}`} placement="bottom end" items={stepMenu({ step, index, count, moves, edit: () => editStep(step.id), note: () => setNoting(true) })}>
          <Button variant="ghost" size="s" icon={MoreHorizontal} label={`More for step ${index + 1}, ${title}`} />
        </Menu>
      </div>
      {state?.problem && !editing && <p className="wr-note bad" role="alert"><CircleAlert size={12} /><span>{state.problem.message}</span><Button size="s" onPress={() => editStep(step.id)}>Mend</Button></p>}
      {!editing && step.enabled && <FittedNote notes={state?.notes ?? []} />}
      {step.note && !noting && <p className="wr-note"><span className="italic">{step.note}</span></p>}
      {noting && <NoteField note={step.note ?? ''} onDone={(note) => { setNoting(false); if (note !== (step.note ?? '')) moves.note(step.id, note) }} />}
      {looked && !editing && <p className="wr-note accent"><Eye size={12} /><span>The rows as they stand after this step.</span></p>}
      {editing && <StepForm />}
    </li>
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
