import type { SQLOutputValue } from 'node:sqlite'
import type { z } from 'zod'
import type { KeyValue } from '#areas/runs/domain/run.ts'
import { Approval, Policy } from '../domain/policy.ts'
import { VersionInfo, VersionStage } from '../domain/registered.ts'

export type Row = Record<string, SQLOutputValue>
export type Tag = z.infer<typeof KeyValue>

export interface ModelRecord {
  readonly id: number
  readonly name: string
  readonly description: string
  readonly created: number
  readonly updated: number
  readonly policy: Policy
}

/** A version as it is kept; texts that were not given are empty, as MLflow answers them. */
export interface VersionRecord {
  readonly modelId: number
  readonly model: string
  readonly version: number
  /** Null after an update that named none, which MLflow tells apart from an empty one. */
  readonly description: string | null
  readonly created: number
  readonly updated: number
  readonly by: string
  readonly stage: VersionStage
  readonly source: string
  /** Where the files are; `source` may be a name for it. */
  readonly storage: string
  readonly run: string
  readonly runLink: string
  readonly loggedModel: string
  readonly status: VersionInfo['status']
  readonly approval: Approval
  readonly origin: VersionInfo['origin']
  readonly bytes: number | null
  /** The edited model card; null while it is made from the evidence. */
  readonly card: string | null
}

export function modelRecord(row: Row): ModelRecord {
  return { id: Number(row.id), name: String(row.name), description: String(row.description), created: Number(row.created), updated: Number(row.updated), policy: Policy.parse(JSON.parse(String(row.policy))) }
}

/** From a row of versions joined with its model's `name`. */
export function versionRecord(row: Row): VersionRecord {
  const { shape } = VersionInfo
  return {
    modelId: Number(row.model), model: String(row.name), version: Number(row.version), description: row.description === null ? null : String(row.description), created: Number(row.created), updated: Number(row.updated), by: String(row.by),
    stage: VersionStage.parse(row.stage), source: String(row.source), storage: String(row.storage), run: String(row.run), runLink: String(row.run_link), loggedModel: String(row.logged_model),
    status: shape.status.parse(row.status), approval: Approval.parse(row.approval), origin: shape.origin.parse(row.origin), bytes: row.bytes === null ? null : Number(row.bytes), card: row.card === null ? null : String(row.card),
  }
}

export function tagOf(row: Row): Tag {
  return { key: String(row.key), value: String(row.value) }
}
