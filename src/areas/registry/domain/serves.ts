import { z } from 'zod'
import type { Approval } from './policy.ts'
import type { VersionStage } from './registered.ts'

/** The version that takes over when another is rejected: the one that served before it, or else the newest that is still approved. */
export const Successor = z.object({ version: z.int(), because: z.enum(['served', 'newest']) })
export type Successor = z.infer<typeof Successor>

type Standing = readonly { readonly version: number; readonly approval: Approval }[]

/** `holders` are the versions that the alias named, the last first. Null where no other version is approved. */
export function servesAgain(versions: Standing, rejected: number, holders: readonly number[]): Successor | null {
  const approved = approvedBut(versions, rejected)
  const before = holders.find((version) => approved.includes(version))
  if (before !== undefined) return { version: before, because: 'served' }
  return approved.length === 0 ? null : { version: Math.max(...approved), because: 'newest' }
}

/** Versions that may take over, the newest first. */
export function approvedBut(versions: Standing, rejected: number): number[] {
  return versions.filter(({ version, approval }) => approval === 'approved' && version !== rejected).map(({ version }) => version).toSorted((a, b) => b - a)
}

/** Which of a version's aliases tells who served before it: the one that production loads, where it holds that. */
export function servingAlias(aliases: readonly string[]): string | undefined {
  return aliases.find((alias) => stageOfAlias(alias) === 'Production') ?? aliases[0]
}

/** Production loads it, though nobody approved it. */
export function servesUnapproved({ approval, aliases }: { readonly approval: Approval; readonly aliases: readonly string[] }): boolean {
  return approval !== 'approved' && stageOfAliases(aliases) === 'Production'
}

/** The stage that all aliases of a version stand for together: production goes first. */
export function stageOfAliases(aliases: readonly string[]): VersionStage | undefined {
  const stages = aliases.map(stageOfAlias)
  return stages.includes('Production') ? 'Production' : stages.find((stage) => stage !== undefined)
}

/** The MLflow stage that an alias given at approval stands for, for clients that still ask by stage. */
export function stageOfAlias(alias: string): VersionStage | undefined {
  if (/^(champion|production|prod)$/i.test(alias)) return 'Production'
  return /^(challenger|candidate|staging)$/i.test(alias) ? 'Staging' : undefined
}
