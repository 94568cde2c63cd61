import type { Sqlite } from '#node/sqlite.ts'
import { Activity, Decided } from '../domain/registered.ts'
import type { Row } from './records.ts'

export type Log = ReturnType<typeof openLog>

export interface Entry {
  readonly by: string
  readonly what: Activity['what']
  readonly model: { readonly id: number; readonly name: string }
  readonly version?: number
  readonly text: string
  readonly reason?: string
  /** What the entry rests on, e.g. the evidence at the moment of a decision. */
  readonly detail?: unknown
}

/** Which alias an entry tells of, so that its holders can be read back. */
export interface AliasDetail { readonly alias: string; readonly names: boolean }

export interface Review { readonly role: string; readonly verdict: 'approve' | 'object'; readonly by: string }

/** Who did what, when and why. Entries are written inside the transaction of what they tell of. */
export function openLog({ db }: Sqlite) {
  const add = db.prepare('INSERT INTO registry_log(at, by, what, model, name, version, text, reason, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *')
  const all = db.prepare('SELECT * FROM registry_log WHERE id < ? ORDER BY id DESC LIMIT ?')
  const ofModel = db.prepare('SELECT * FROM registry_log WHERE model = ? AND id < ? ORDER BY id DESC LIMIT ?')
  const ofVersion = db.prepare('SELECT * FROM registry_log WHERE model = ? AND version = ? AND id < ? ORDER BY id DESC LIMIT ?')
  const comments = db.prepare("SELECT count(*) AS n FROM registry_log WHERE model = ? AND version = ? AND what = 'comment'")
  // Entries that were written before the alias stood in `detail` tell it by their sentence.
  const holders = db.prepare("SELECT version FROM registry_log WHERE model = ?1 AND what = 'aliased' AND ((detail ->> 'alias' = ?2 AND detail ->> 'names') OR (detail IS NULL AND instr(text, 'The alias ' || ?2 || ' ') = 1)) ORDER BY id DESC")
  const decision = db.prepare("SELECT at, by, what, detail FROM registry_log WHERE model = ? AND version = ? AND what IN ('approved', 'rejected', 'reopened') ORDER BY id DESC LIMIT 1")
  const reviews = db.prepare("SELECT by, detail FROM registry_log WHERE model = ? AND version = ? AND what = 'review' ORDER BY id")

  function write({ by, what, model, version, text, reason = '', detail }: Entry): Activity {
    const row = add.get(Date.now(), by, what, model.id, model.name, version ?? null, text, reason, detail === undefined ? null : JSON.stringify(detail))
    if (!row) throw new Error('The log gave nothing back.')
    return activityOf(row)
  }

  /** The newest first. */
  function list({ model, version, before = Number.MAX_SAFE_INTEGER, limit }: { readonly model?: number | undefined; readonly version?: number | undefined; readonly before?: number | undefined; readonly limit: number }): Activity[] {
    if (model === undefined) return all.all(before, limit).map(activityOf)
    return (version === undefined ? ofModel.all(model, before, limit) : ofVersion.all(model, version, before, limit)).map(activityOf)
  }

  return {
    write, list,
    comments: (model: number, version: number): number => Number(comments.get(model, version)?.n),
    /** The versions that an alias named, the last first. */
    holders: (model: number, alias: string): number[] => holders.all(model, alias).map(({ version }) => Number(version)),
    /** The decision that stands, with the evidence as it was then; null while there is none. */
    decision: (model: number, version: number): Decided | null => decidedOf(decision.get(model, version)),
    /** The oldest first. */
    reviews: (model: number, version: number): Review[] => reviews.all(model, version).map(reviewOf),
  }
}

function activityOf(row: Row): Activity {
  return Activity.parse({ id: row.id, at: row.at, by: row.by, what: row.what, model: row.name, version: row.version, text: row.text, reason: row.reason })
}

function decidedOf(row: Row | undefined): Decided | null {
  if (!row || row.what === 'reopened') return null
  return Decided.parse({ at: row.at, by: row.by, evidence: JSON.parse(String(row.detail)).evidence })
}

function reviewOf({ by, detail }: Row): Review {
  const { role, verdict } = JSON.parse(String(detail))
  return { role: String(role), verdict: verdict === 'approve' ? 'approve' : 'object', by: String(by) }
}
