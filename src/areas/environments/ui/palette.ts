import { Package2 } from 'lucide-react'
import type { PaletteItem } from '#kit/desk.ts'
import { ask } from '#wire/ask.ts'
import { environments } from '../contract.ts'
import { stateWords } from '../domain/environment.ts'

/** Environments for the palette. */
export async function environmentItems(signal: AbortSignal): Promise<readonly PaletteItem[]> {
  const { environments: all } = await ask(environments.list, {}, signal)
  return all.map(({ name, state, python }) => ({ id: `environment:${name}`, label: name, note: [python && `Python ${python}`, stateWords[state]].filter(Boolean).join(', '), icon: Package2, run: (desk) => desk.open('environment', { name }) }))
}
