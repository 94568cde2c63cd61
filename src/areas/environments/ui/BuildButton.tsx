import { Hammer } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import type { EnvironmentState, EnvironmentHeadline } from '../domain/environment.ts'
import type { EnvironmentActions } from './useEnvironmentActions.ts'

const words: Readonly<Partial<Record<EnvironmentState, string>>> = { unbuilt: 'Build', stale: 'Build anew', failed: 'Try again' }

/** Where a build is what comes next: it starts one. */
export function BuildButton({ environment: { name, state }, actions, primary = false }: { readonly environment: EnvironmentHeadline; readonly actions: EnvironmentActions; readonly primary?: boolean }) {
  const label = words[state]
  return label === undefined ? null : <Button icon={Hammer} variant={primary ? 'primary' : 'plain'} onPress={() => actions.build(name)}>{label}</Button>
}
