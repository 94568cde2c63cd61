import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle, RefreshCw, Unplug } from 'lucide-react'
import type { ChipProps } from '#kit/Chip.tsx'
import type { Icon } from '#kit/icon.ts'
import type { EnvironmentState, EnvironmentSummary } from '../domain/environment.ts'

export const stateLooks: Readonly<Record<EnvironmentState, { readonly kind: NonNullable<ChipProps['kind']>; readonly icon: Icon }>> = {
  ready: { kind: 'ok', icon: CircleCheck },
  building: { kind: 'accent', icon: LoaderCircle },
  stale: { kind: 'warn', icon: RefreshCw },
  unbuilt: { kind: 'neutral', icon: CircleDashed },
  failed: { kind: 'bad', icon: CircleAlert },
  missing: { kind: 'bad', icon: Unplug },
}

export const kindWords: Readonly<Record<EnvironmentSummary['kind'], string>> = { declared: 'a folder of the workspace', curated: 'comes with the studio', adopted: 'taken from this machine' }
