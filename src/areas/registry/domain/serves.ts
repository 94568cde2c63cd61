import type { Approval } from './policy.ts'
import type { VersionStage } from './registered.ts'

/** The newest version that is still approved, the rejected one left out; null where there is none. */
export function servesAgain(versions: readonly { readonly version: number; readonly approval: Approval }[], rejected: number): number | null {
  const approved = versions.filter(({ version, approval }) => approval === 'approved' && version !== rejected).map(({ version }) => version)
  return approved.length === 0 ? null : Math.max(...approved)
}

/** The MLflow stage that an alias given at approval stands for, for clients that still ask by stage. */
export function stageOfAlias(alias: string): VersionStage | undefined {
  if (/^(champion|production|prod)$/i.test(alias)) return 'Production'
  return /^(challenger|candidate|staging)$/i.test(alias) ? 'Staging' : undefined
}
