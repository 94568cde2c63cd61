import { createElement } from 'react'
import { stepIcon } from './step-icon.ts'

export function StepIcon({ op }: { readonly op: string }) {
  return createElement(stepIcon(op), { size: 15 })
}
