import { z } from 'zod'
import { subscribable } from '#lib/subscribable.ts'

export type Place = 'left' | 'right'

const narrowest = 160
const widest = 900
const Width = (usual: number) => z.number().min(narrowest).max(widest).catch(usual)

/** Which side panel stands open on each side, and how wide. */
const Sides = z.object({ left: z.string().nullable().catch(null), right: z.string().nullable().catch(null), leftWidth: Width(236), rightWidth: Width(312) })
export type Sides = z.infer<typeof Sides>

export function openSides(kept: unknown, first: string | null) {
  const parsed = Sides.safeParse(kept)
  const state = subscribable<Sides>(parsed.success ? parsed.data : { left: first, right: null, leftWidth: 236, rightWidth: 312 })
  const show = (place: Place, kind: string | null) => state.change((now) => ({ ...now, [place]: kind }))
  return {
    state, show,
    toggle: (place: Place, kind: string) => show(place, state.get()[place] === kind ? null : kind),
    widen: (place: Place, width: number) => state.change((now) => ({ ...now, [`${place}Width`]: Math.round(Math.min(widest, Math.max(narrowest, width))) })),
  }
}
