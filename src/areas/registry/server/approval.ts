import type { Actor } from '#wire/implement.ts'
import { Problem } from '#wire/problem.ts'
import { titleOf, unmetOf } from '../domain/evidence.ts'
import type { Approval, Evidence } from '../domain/policy.ts'
import type { Activity } from '../domain/registered.ts'
import { approvedBut, stageOfAliases } from '../domain/serves.ts'
import type { Parts } from './models.ts'
import type { VersionRecord } from './records.ts'
import { successorOf } from './successor.ts'
import { about } from './versions.ts'
import type { At, Versions } from './versions.ts'

export interface Decision extends At { readonly approval: Approval; readonly reason: string; readonly alias?: string | undefined; readonly serves?: number | undefined; readonly evidence: readonly Evidence[]; readonly by: string }

const doing = { approved: 'Approved', rejected: 'Rejected', pending: 'Reopened' } as const satisfies Record<Approval, string>
const done = { approved: 'approved', rejected: 'rejected', pending: 'reopened' } as const satisfies Record<Approval, Activity['what']>

/** Comments, reviews and decisions. Everything here runs inside the caller's transaction and writes its own log entries. */
export function openApproval({ rows, log, versions }: Omit<Parts, 'sqlite'> & { readonly versions: Versions }) {
  function comment(at: At, text: string, by: string): Activity {
    return log.write({ by, what: 'comment', ...about(versions.need(at)), text: `Commented on version ${at.version}.`, reason: text })
  }

  function review(at: At, { role, verdict, text, actor }: { readonly role: string; readonly verdict: 'approve' | 'object'; readonly text: string; readonly actor: Actor }): Activity {
    if (!actor.roles.includes(role)) throw new Problem('forbidden', `Only someone with the role “${role}” can give this review; you hold ${actor.roles.join(', ') || 'none'}.`, 'role')
    if (verdict === 'object' && text.trim() === '') throw new Problem('invalid', 'Say what stands against it, so that it can be mended.', 'text')
    return log.write({ by: actor.name, what: 'review', ...about(versions.need(at)), text: verdict === 'approve' ? `Reviewed version ${at.version} as ${role}: approves.` : `Reviewed version ${at.version} as ${role}: objects.`, reason: text, detail: { role, verdict } })
  }

  /** `serves` is the version that takes the aliases of one that is rejected; the asker may choose it. */
  function decide({ approval, reason, alias, serves: chosen, evidence, by, ...at }: Decision): { version: VersionRecord; serves: number | null } {
    const record = versions.need(at)
    const open = approval === 'approved' ? unmetOf(evidence) : []
    mayDecide({ record, approval, reason, alias, open })
    mayServe(record, approval, chosen)
    log.write({ by, what: done[approval], ...about(record), text: `${doing[approval]} version ${at.version}${open.length > 0 ? `, though not met: ${listed(open)}` : ''}.`, reason, detail: { evidence } })
    const changed = versions.put(record, { approval })
    if (alias !== undefined) versions.setAlias(changed, alias, by)
    if (approval === 'approved') keepStage(changed, by)
    const served = record.approval === 'approved' || rows.aliasesOn(record).length > 0
    const serves = approval === 'rejected' && served ? stepBack(changed, chosen ?? successorOf({ rows, log }, changed)?.version ?? null, by) : null
    return { version: rows.needVersion(at.model, at.version), serves }
  }

  /** An approved version stands in the stage that its aliases stand for, whenever it was that it got them. */
  function keepStage(record: VersionRecord, by: string): void {
    const stage = stageOfAliases(rows.aliasesOn(record))
    if (stage) versions.stage(record, stage, { archiveOthers: true, by })
  }

  /** What is rejected gives its aliases and its stage to the version that serves again; where there is none, its aliases go. */
  function stepBack(record: VersionRecord, serves: number | null, by: string): number | null {
    for (const alias of rows.aliasesOn(record)) {
      if (serves === null) versions.dropAlias(record.model, alias, by)
      else versions.setAlias({ model: record.model, version: serves }, alias, by)
    }
    const staged = record.stage === 'Production' || record.stage === 'Staging'
    if (staged) versions.moveTo(record, 'Archived', by)
    if (serves === null) return null
    if (staged) versions.moveTo(rows.needVersion(record.model, serves), record.stage, by)
    keepStage(rows.needVersion(record.model, serves), by)
    return serves
  }

  function mayServe({ model, modelId, version }: VersionRecord, approval: Approval, chosen: number | undefined): void {
    if (chosen === undefined) return
    if (approval !== 'rejected') throw new Problem('invalid', 'Which version serves again is said with a rejection only.', 'serves')
    if (!approvedBut(rows.versionsOf(modelId), version).includes(chosen)) throw new Problem('invalid', `Version ${chosen} of “${model}” is not approved, so that it cannot serve again. Choose one that is.`, 'serves')
  }

  return { comment, review, decide }
}

function mayDecide({ record: { version, approval: now }, approval, reason, alias, open }: { readonly record: VersionRecord; readonly approval: Approval; readonly reason: string; readonly alias: string | undefined; readonly open: readonly Evidence[] }): void {
  if (now === approval) throw new Problem('conflict', `Version ${version} is ${approval} already.`, 'approval')
  if (open.length > 0 && reason.trim() === '') throw new Problem('invalid', `${listed(open)} ${open.length === 1 ? 'is' : 'are'} not met. Give a reason to approve version ${version} all the same.`, 'reason')
  if (alias !== undefined && approval !== 'approved') throw new Problem('invalid', 'An alias is given with an approval only.', 'alias')
}

function listed(open: readonly Evidence[]): string {
  return open.map(({ item }) => titleOf(item)).join(', ')
}
