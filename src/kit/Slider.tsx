import { Label } from 'react-aria-components/Label'
import { Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider'

/** A number chosen along a track, seen as it changes. */
export function Slider({ label, value, min, max, step, words, onChange }: { readonly label: string; readonly value: number; readonly min: number; readonly max: number; readonly step: number; readonly words?: string; readonly onChange: (value: number) => void }) {
  return (
    <AriaSlider className="slider" value={value} minValue={min} maxValue={max} step={step} onChange={onChange}>
      <Label>{label}</Label>
      <SliderOutput className="num">{words ?? String(value)}</SliderOutput>
      <SliderTrack className="slidertrack">
        <i style={{ width: `${((value - min) / (max - min || 1)) * 100}%` }} />
        <SliderThumb className="sliderthumb" />
      </SliderTrack>
    </AriaSlider>
  )
}
