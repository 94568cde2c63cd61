import { servesAgain, servingAlias } from '../domain/serves.ts'
import type { Successor } from '../domain/serves.ts'
import type { Log } from './log.ts'
import type { VersionRecord } from './records.ts'
import type { Rows } from './rows.ts'

/** Which version takes over when this one is rejected, read from the log of its alias. */
export function successorOf({ rows, log }: { readonly rows: Rows; readonly log: Log }, record: VersionRecord): Successor | null {
  const alias = servingAlias(rows.aliasesOn(record))
  return servesAgain(rows.versionsOf(record.modelId), record.version, alias === undefined ? [] : log.holders(record.modelId, alias))
}
