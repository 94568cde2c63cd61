import { dataProblem } from '#node/duckdb/error.ts'
import { sharedBins } from '../domain/comparison-kind.ts'
import type { Relation } from '../domain/dataset.ts'
import type { Profile, ProfiledColumn } from '../domain/profile.ts'
import { binCounts, countsSql, measured } from './column-figures.ts'
import type { Asked, Measured } from './column-figures.ts'

interface Work extends Asked { readonly relation: Relation; readonly report: (share: number | null, phase?: string) => void }

/** Every column of a version, one after the other, over all rows. */
export async function profileVersion(work: Work): Promise<Profile> {
  const { relation: { version, columns }, report } = work
  const began = performance.now()
  const found: ProfiledColumn[] = []
  for (const [at, { name }] of columns.entries()) {
    report(at / columns.length, `Profiling “${name}”, ${at + 1} of ${columns.length} columns`)
    found.push(await profiledColumn(work, at).catch((error: unknown) => { throw dataProblem(error, `Profiling “${name}”`) }))
  }
  return { dataset: version.dataset, version: version.version, rows: version.rows, columns: found, scope: 'exact, all rows', ms: performance.now() - began }
}

async function profiledColumn(work: Work, at: number): Promise<ProfiledColumn> {
  const { relation: { version, columns } } = work
  const one = await measured(work, work.relation, at)
  const valid = version.rows - one.side.missing
  const bins = one.kind === 'category' ? await commonest(work, at) : await ranges(work, at, one)
  const binned = bins.reduce((sum, { count }) => sum + count, 0)
  return { ...one.side, name: columns[at]?.name ?? '', kind: one.kind, valid, bins, others: Math.max(0, valid - binned) }
}

async function ranges(work: Work, at: number, { low, high, kind, whole }: Measured): Promise<ProfiledColumn['bins']> {
  if (low === null || high === null) return []
  const bins = sharedBins({ low, high, kind, whole })
  const counts = await binCounts(work, work.relation, at, bins)
  return bins.labels.map((label, i) => ({ label, count: counts.get(i) ?? 0 }))
}

const top = 20

async function commonest({ duck, signal, relation }: Work, at: number): Promise<ProfiledColumn['bins']> {
  const { rows } = await duck.read({ text: `SELECT left(v, 80), n FROM (${countsSql(relation, at)}) ORDER BY n DESC, v LIMIT ${top}`, signal, background: true })
  return rows.map(([label, count]) => ({ label: String(label), count: Number(count) }))
}
