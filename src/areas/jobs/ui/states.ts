import { Ban, CircleAlert, CircleCheck, Hourglass, LoaderCircle, Unplug } from 'lucide-react'
import type { ChipProps } from '#kit/Chip.tsx'
import type { Icon } from '#kit/icon.ts'
import type { JobState } from '../domain/job.ts'

export const stateLooks: Record<JobState, { readonly words: string; readonly kind: NonNullable<ChipProps['kind']>; readonly icon: Icon; readonly about: string }> = {
  waiting: { words: 'waiting', kind: 'neutral', icon: Hourglass, about: 'It has not started yet' },
  running: { words: 'running', kind: 'accent', icon: LoaderCircle, about: 'It is under way' },
  done: { words: 'done', kind: 'ok', icon: CircleCheck, about: 'It ended well' },
  failed: { words: 'failed', kind: 'bad', icon: CircleAlert, about: 'It ended with a problem' },
  cancelled: { words: 'cancelled', kind: 'neutral', icon: Ban, about: 'It was stopped by a person' },
  lost: { words: 'interrupted', kind: 'warn', icon: Unplug, about: 'The studio stopped while it was under way' },
}
