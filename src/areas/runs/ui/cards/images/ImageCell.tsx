import { useState } from 'react'
import type { ImageAt } from '../../../domain/shown.ts'
import type { Linked } from '../../linked.ts'
import { useValue } from '../../useValue.ts'
import type { CardRun } from '../card.ts'

/** One run's picture with its name; says when it is of an earlier step than asked. */
export function ImageCell({ image, run, wanted, linked, onOpen }: { readonly image: ImageAt; readonly run: CardRun; readonly wanted: number | undefined; readonly linked: Linked; readonly onOpen: () => void }) {
  const hovered = useValue(linked.hovered)
  const [failed, setFailed] = useState(false)
  const source = `/api/runs/artifact?run=${encodeURIComponent(image.run)}&path=${encodeURIComponent(image.path)}`
  const step = image.step === null ? '' : `step ${image.step.toLocaleString('en-US')}`
  return (
    <li className={hovered === run.id ? 'on' : ''} onPointerEnter={() => linked.hovered.set(run.id)} onPointerLeave={() => linked.hovered.set(undefined)}>
      <button type="button" aria-label={`${run.name}, ${image.key} ${step}`} onClick={onOpen}>
        {failed ? <span className="imagefail">cannot be shown</span> : <img src={source} alt={`${image.key} of ${run.name} ${step}`} loading="lazy" decoding="async" onError={() => setFailed(true)} />}
        <span className="imagename"><i className="swatch" style={{ background: run.colour }} /><span className="clip">{run.name}</span>{image.step !== null && image.step !== wanted && <small>{step}</small>}</span>
      </button>
    </li>
  )
}
