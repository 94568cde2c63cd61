import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle, RefreshCw, Unplug } from 'lucide-react'
import type { ChipProps } from '#kit/Chip.tsx'
import type { Icon } from '#kit/icon.ts'
import type { EnvironmentState, EnvironmentSummary } from '../domain/environment.ts'

export const stateLooks: Readonly<Record<EnvironmentState, { readonly words: string; readonly kind: NonNullable<ChipProps['kind']>; readonly icon: Icon }>> = {
  ready: { words: 'ready', kind: 'ok', icon: CircleCheck },
  building: { words: 'building', kind: 'accent', icon: LoaderCircle },
  stale: { words: 'changed', kind: 'warn', icon: RefreshCw },
  unbuilt: { words: 'declared', kind: 'neutral', icon: CircleDashed },
  failed: { words: 'failed', kind: 'bad', icon: CircleAlert },
  missing: { words: 'not possible here', kind: 'bad', icon: Unplug },
}

export const kindWords: Readonly<Record<EnvironmentSummary['kind'], string>> = { declared: 'a folder of the workspace', curated: 'comes with the studio', adopted: 'taken from this machine' }
