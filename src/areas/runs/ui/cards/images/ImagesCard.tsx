import { useQuery } from '@tanstack/react-query'
import { Select } from '#kit/Select.tsx'
import { Slider } from '#kit/Slider.tsx'
import { TextField } from '#kit/TextField.tsx'
import { asking } from '#wire/ask.ts'
import { runs as runsContract } from '../../../contract.ts'
import { CardFrame } from '../../board/CardFrame.tsx'
import type { CardProps, CardSettingsProps } from '../card.ts'
import { CardState } from '../CardState.tsx'
import { countWords } from '../words.ts'
import { pictureOf } from './images-at.ts'
import { ImageCell } from './ImageCell.tsx'

const mostRuns = 60

/** Pictures that runs logged, one a run at the step that the slider stands on. */
export function ImagesCard({ card, runs, linked, onChange, onOpenRun, frame }: CardProps<'images'>) {
  const chosen = runs.shown.slice(0, mostRuns)
  const asked = useQuery({ ...asking(runsContract.images, { runs: chosen.map(({ id }) => id) }), enabled: chosen.length > 0, retry: false })
  const { keys, key, steps, step, shown } = pictureOf(asked.data ?? [], card)
  const title = card.title || key || 'Images'
  const note = [countWords(shown.length, 'run'), ...(step === undefined ? [] : [`at step ${step.toLocaleString('en-US')}`]), ...(runs.shown.length > mostRuns ? [`first ${mostRuns} of ${runs.shown.length.toLocaleString('en-US')}`] : [])].join(' · ')
  const tools = keys.length > 1 ? <Select label="Images" hideLabel options={keys.map((one) => ({ id: one, label: one }))} value={key} onChange={(next) => onChange({ ...card, key: next })} /> : undefined
  return (
    <CardFrame {...frame} title={title} note={asked.data && note} tools={tools}>
      <CardState asked={{ ...asked, isPending: asked.isPending && chosen.length > 0 }} empty={shown.length === 0 ? 'None of the shown runs has logged images. In training code: mlflow.log_image(image, key="samples", step=step).' : undefined}>
        {steps.length > 1 && <Steps steps={steps} step={step} onStep={(next) => onChange({ ...card, step: next })} />}
        <ul className="imagegrid" aria-label={title}>
          {shown.map((image) => { const run = runs.byId.get(image.run); return run && <ImageCell key={image.run} image={image} run={run} wanted={step} linked={linked} onOpen={() => onOpenRun(run.id)} /> })}
        </ul>
      </CardState>
    </CardFrame>
  )
}

function Steps({ steps, step = Infinity, onStep }: { readonly steps: readonly number[]; readonly step: number | undefined; readonly onStep: (step: number) => void }) {
  const at = Math.max(0, steps.findLastIndex((one) => one <= step))
  const move = (next: number) => { const chosen = steps[next]; if (chosen !== undefined) onStep(chosen) }
  return <div className="imagestep"><Slider label="Step" min={0} max={steps.length - 1} step={1} value={at} words={(steps[at] ?? 0).toLocaleString('en-US')} onChange={move} /></div>
}

export function ImagesSettings({ card, onChange }: CardSettingsProps<'images'>) {
  return <TextField label="Key of the images" value={card.key} onChange={(key) => onChange({ ...card, key })} />
}
