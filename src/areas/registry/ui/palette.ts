import { Package } from 'lucide-react'
import type { PaletteItem } from '#kit/desk.ts'
import { ask } from '#wire/ask.ts'
import { registry } from '../contract.ts'

/** Models for the palette; fetched with it, so that the first view does without. */
export async function modelItems(signal: AbortSignal): Promise<readonly PaletteItem[]> {
  const models = await ask(registry.models, {}, signal)
  return models.map(({ name, versions, champion }) => ({ id: `model:${name}`, label: name, note: champion ? `champion v${champion.version}` : `${versions} versions`, icon: Package, run: (desk) => desk.open('model', { model: name }) }))
}
