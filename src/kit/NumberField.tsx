import { ChevronDown, ChevronUp } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import { given } from '#lib/given.ts'
import type { FieldWords } from './Field.tsx'
import { FieldParts } from './Field.tsx'

export interface NumberFieldProps extends FieldWords {
  /** Undefined is an empty field. */
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly placeholder?: string
  readonly unit?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

export function NumberField({ value, onChange, min, max, step, placeholder, unit, disabled, autoFocus, ...words }: NumberFieldProps) {
  return (
    <AriaNumberField
      className="field" value={value ?? Number.NaN} isInvalid={words.error !== undefined} formatOptions={{ maximumFractionDigits: 12 }}
      onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
      {...given({ minValue: min, maxValue: max, step, isDisabled: disabled, autoFocus, 'aria-label': words.hideLabel ? words.label : undefined })}
    >
      <FieldParts {...words}>
        <Group className="input mono">
          <Input {...given({ placeholder })} />
          {unit && <span className="mut text-xs">{unit}</span>}
          <span className="steps">
            <Button slot="increment"><ChevronUp size={10} /></Button>
            <Button slot="decrement"><ChevronDown size={10} /></Button>
          </span>
        </Group>
      </FieldParts>
    </AriaNumberField>
  )
}
