import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'

export interface FieldWords {
  readonly label: string
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean
  readonly hint?: string
  /** A sentence; the field is then marked invalid. */
  readonly error?: string
}

/** Label, control, hint and error; goes inside a React Aria field, which ties them together. */
export function FieldParts({ label, hideLabel = false, hint, error, children }: FieldWords & { readonly children: ReactNode }) {
  return (
    <>
      {!hideLabel && <Label>{label}</Label>}
      {children}
      {hint && !error && <Text slot="description" className="hint">{hint}</Text>}
      {error && <Text slot="errorMessage" className="error" role="alert"><CircleAlert size={12} />{error}</Text>}
    </>
  )
}

/** For controls that React Aria has no field for. */
export function Field({ label, hideLabel = false, hint, error, children }: FieldWords & { readonly children: ReactNode }) {
  return (
    <div className="field" role="group" aria-label={label}>
      {!hideLabel && <span className="label">{label}</span>}
      {children}
      {hint && !error && <span className="hint">{hint}</span>}
      {error && <span className="error" role="alert"><CircleAlert size={12} />{error}</span>}
    </div>
  )
}
