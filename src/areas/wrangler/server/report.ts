import { plural } from '#lib/words.ts'
import type { Report, Warning } from '../domain/analysis.ts'
import { familyOf, isNumeric } from '../domain/columns.ts'
import type { Column } from '../domain/columns.ts'
import type { Figure } from '../domain/profile.ts'
import { columnIn, findingOf } from './analyse.ts'
import type { Report as Tell } from './analyse.ts'
import { ask, scopeOf } from './head.ts'
import type { Look } from './head.ts'
import { leakageOf } from './leakage.ts'
import { profileOf } from './profile.ts'
import { percent, textLook } from './report-texts.ts'

type Profiled = Report['profiles'][number] & { readonly all: readonly Figure[]; readonly count: number }

/** Warnings by severity with the step that mends each, and the profile of every column. */
export async function reportOf({ look, dataset, target, report }: { look: Look; dataset: string; target: string | undefined; report: Tell }): Promise<Report> {
  const began = performance.now()
  const { columns } = look.prepared
  const profiles: Profiled[] = []
  const warnings: Warning[] = []
  const [[rows = 0] = []] = await ask(look, 'SELECT count(*) FROM prev')
  const count = Number(rows)
  for (const [i, column] of columns.entries()) {
    report((i / columns.length) * 0.8, `Figures of ${column.name}`)
    const { figures, head } = await profileOf(look, column)
    const profiled: Profiled = { column: column.id, name: column.name, type: column.type, figures: figures.map(({ label, value }) => ({ label, value })), bins: head.bins, top: head.top, all: figures, count }
    profiles.push(profiled)
    const text = await textLook(look, column, figureOf(profiled, 'distinct'))
    warnings.push(...missingWarnings(column, profiled, text.dateLike), ...shapeWarnings(column, profiled), ...text.warnings, ...(await outlierWarnings(look, column, profiled)))
  }
  report(0.85, 'Duplicate rows')
  warnings.push(...(await duplicateWarnings(look, count)))
  if (target !== undefined) {
    report(0.9, 'Target leakage')
    warnings.push(...(await targetWarnings(look, target, count)))
  }
  const order = { high: 0, medium: 1, low: 2 }
  return {
    dataset, rows: count, columns: columns.length, at: new Date().toISOString(),
    warnings: warnings.sort((a, b) => order[a.severity] - order[b.severity]),
    profiles: profiles.map(({ all: _, count: __, ...shown }) => shown),
    scope: scopeOf(look, count), ms: performance.now() - began,
  }
}

function figureOf({ all }: Profiled, key: string): number {
  return Number((all.find((figure) => figure.key === key)?.value ?? '').replaceAll(',', '').split(' ')[0] || Number.NaN)
}

function dropping({ id }: Column): Warning['fix'] {
  return { label: 'Drop the column', op: 'drop', params: { columns: [id] } }
}

function missingWarnings(column: Column, profiled: Profiled, dateLike: boolean): Warning[] {
  const { id, name } = column
  const { count } = profiled
  const missing = figureOf(profiled, 'missing')
  const share = count ? missing / count : 0
  if (!(share > 0)) return []
  if (share === 1) return [{ severity: 'high', column: id, title: `“${name}” is empty`, detail: 'Every value is missing.', fix: dropping(column) }]
  if (share > 0.5) return [{ severity: 'high', column: id, title: `“${name}” is mostly missing`, detail: `${percent(share)} of the values are missing.`, fix: dropping(column) }]
  return [{ severity: share > 0.05 ? 'medium' : 'low', column: id, title: `“${name}” has missing values`, detail: `${plural(missing, 'value')}, ${percent(share)}, ${missing === 1 ? 'is' : 'are'} missing.`, fix: imputing(column, { dateLike, keyLike: figureOf(profiled, 'distinct') > 20 && figureOf(profiled, 'distinct') > (count - missing) * 0.5 }) }]
}

function shapeWarnings(column: Column, profiled: Profiled): Warning[] {
  const { id, name, type } = column
  const { count } = profiled
  const [distinct, skewness, invalid] = [figureOf(profiled, 'distinct'), figureOf(profiled, 'skewness'), figureOf(profiled, 'invalid')]
  const found: (Warning | false)[] = [
    count > 1 && distinct === 1 && figureOf(profiled, 'missing') === 0 && { severity: 'medium', column: id, title: `“${name}” is constant`, detail: 'Every row holds the same value, so it tells nothing.', fix: dropping(column) },
    count > 100 && distinct >= count * 0.98 && ['text', 'integer'].includes(familyOf(type)) && { severity: 'low', column: id, title: `“${name}” looks like an id`, detail: 'Nearly every row has a value of its own; a model would learn the rows by heart.', fix: dropping(column) },
    invalid > 0 && { severity: 'medium', column: id, title: `“${name}” has infinite values`, detail: `${plural(invalid, { one: 'value is infinite; most models refuse it', many: 'values are infinite; most models refuse them' })}.`, fix: null },
    Math.abs(skewness) > 3 && { severity: 'low', column: id, title: `“${name}” is skewed`, detail: `Skewness is ${skewness.toLocaleString('en-US', { maximumFractionDigits: 2 })}; past 3 a log scale often helps.`, fix: { label: 'Take the logarithm', op: 'logPower', params: { columns: [id] } } },
  ]
  return found.filter((one) => one !== false)
}

/** The most frequent value says nothing of a date, nor of what is nearly a key. */
function imputing({ id, type }: Column, { dateLike, keyLike }: { readonly dateLike: boolean; readonly keyLike: boolean }): Warning['fix'] {
  if (isNumeric(type)) return { label: 'Fill with the median', op: 'impute', params: { columns: [id], how: 'median' } }
  if (dateLike || keyLike || ['date', 'time', 'timestamp'].includes(familyOf(type))) return null
  return { label: 'Fill with the most frequent', op: 'impute', params: { columns: [id], how: 'mode' } }
}

/** Outliers as SageMaker tells them: further than 5 robust deviations (1.4826 · MAD) from the median. */
async function outlierWarnings(look: Look, { id, name, type }: Column, { all }: Profiled): Promise<Warning[]> {
  if (!isNumeric(type)) return []
  const median = Number((all.find(({ key }) => key === 'p50')?.value ?? '').replaceAll(',', ''))
  if (!Number.isFinite(median)) return []
  const x = familyOf(type) === 'number' ? `CASE WHEN isfinite(${id}) THEN ${id} END` : `${id}::DOUBLE`
  const [row = []] = await ask(look, `SELECT count(*) FILTER (WHERE d > 5 * r AND r > 0), max(r) FROM (SELECT d, 1.4826 * (SELECT approx_quantile(abs(${x} - ${median}), 0.5) FROM prev) AS r FROM (SELECT abs(${x} - ${median}) AS d FROM prev))`)
  const far = Number(row[0])
  return far > 0 ? [{ severity: 'low', column: id, title: `“${name}” has outliers`, detail: `${plural(far, { one: 'value lies', many: 'values lie' })} more than 5 robust deviations from the median.`, fix: { label: 'Clip outliers', op: 'outliers', params: { columns: [id], method: 'rstd', factor: 5, action: 'clip' } } }] : []
}

async function duplicateWarnings(look: Look, count: number): Promise<Warning[]> {
  const found = await findingOf(look, { kind: 'duplicates', columns: [] }, () => {})
  if (found.kind !== 'duplicates' || found.extra === 0) return []
  return [{ severity: found.extra > count * 0.01 ? 'high' : 'medium', column: null, title: 'There are duplicate rows', detail: `${plural(found.extra, { one: 'row repeats', many: 'rows repeat' })} another in every column.`, fix: { label: 'Remove duplicates', op: 'dedupe', params: { columns: [] } } }]
}

async function targetWarnings(look: Look, target: string, count: number): Promise<Warning[]> {
  const column = columnIn(look, target)
  const { measure, columns } = await leakageOf(look, column, () => {})
  const leaks = columns.filter(({ verdict }) => verdict === 'leak' || verdict === 'suspect').map((one): Warning => ({
    severity: one.verdict === 'leak' ? 'high' : 'medium', column: one.column, title: `“${one.name}” may give the target away`,
    detail: `Alone it tells “${column.name}” with ${measure} ${one.score?.toFixed(3) ?? ''}. Is it known before the target is?`, fix: { label: 'Drop the column', op: 'drop', params: { columns: [one.column] } },
  }))
  const [rarest = []] = await ask(look, `SELECT ${target}::VARCHAR, count(*) AS n, count(*) OVER () FROM prev WHERE ${target} IS NOT NULL GROUP BY 1 ORDER BY n LIMIT 1`)
  const share = Number(rarest[1]) / Math.max(1, count)
  if (Number(rarest[2]) <= 20 && share < 0.05) leaks.push({ severity: 'medium', column: target, title: 'The target is imbalanced', detail: `The class “${String(rarest[0])}” is ${percent(share)} of the rows. Split stratified, and judge by more than accuracy.`, fix: null })
  return leaks
}
