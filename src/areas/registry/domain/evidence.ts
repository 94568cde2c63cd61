import type { MetricValue } from '#areas/runs/domain/run.ts'
import { never } from '#lib/never.ts'
import { deltaOf, figureOf, finiteOf } from './figure.ts'
import type { Evidence, Policy, PolicyItem } from './policy.ts'

type Metrics = readonly { readonly key: string; readonly value: MetricValue }[]

/** All that a policy may ask of a version. */
export interface Facts {
  readonly version: number
  readonly metrics: Metrics
  readonly champion: { readonly version: number; readonly metrics: Metrics } | null
  readonly signature: boolean
  readonly example: boolean
  readonly datasets: readonly string[]
  readonly description: string
  readonly comments: number
  /** The last review of each role. */
  readonly reviews: readonly { readonly role: string; readonly verdict: 'approve' | 'object'; readonly by: string }[]
  readonly gates: readonly GateResult[]
}

/** What another area found about a version; a gate that nobody answers is missing. */
export interface GateResult { readonly name: string; readonly state: Evidence['state']; readonly found: string }

type Found = Pick<Evidence, 'state' | 'found'>
type Of<K extends PolicyItem['kind']> = Extract<PolicyItem, { kind: K }>

export function evidenceOf({ items }: Policy, facts: Facts): Evidence[] {
  return items.map((item) => ({ item, ...foundOf(item, facts), wanted: wantedOf(item) }))
}

export function unmetOf(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(({ state }) => state !== 'met')
}

/** The item in plain words: `accuracy at least 0.9`. */
export function titleOf(item: PolicyItem): string {
  switch (item.kind) {
    case 'metric': return `${item.key} ${opWords[item.op]} ${figureOf(item.value)}`
    case 'champion': return item.margin === 0 ? `${item.key} no worse than the champion’s` : `${item.key} ${item.better} than the champion’s by at least ${figureOf(item.margin)}`
    case 'review': return `A review by ${anyOf(item.role)}`
    case 'comment': return 'A comment'
    case 'signature': return 'A signature'
    case 'example': return 'An input example'
    case 'dataset': return 'The data it was trained on'
    case 'description': return 'A description'
    case 'gate': return `Gate: ${item.name}`
    default: return never(item)
  }
}

const opWords = { '>=': 'at least', '>': 'above', '<=': 'at most', '<': 'below' } as const satisfies Record<Of<'metric'>['op'], string>

function anyOf(role: string): string {
  return `${/^[aeiou]/i.test(role) ? 'an' : 'a'} ${role}`
}

function wantedOf(item: PolicyItem): string {
  switch (item.kind) {
    case 'metric': return `${item.op === '>=' ? '≥' : item.op === '<=' ? '≤' : item.op} ${figureOf(item.value)}`
    case 'champion': return `${item.better === 'higher' ? '≥ champion' : '≤ champion'}${item.margin === 0 ? '' : ` ${item.better === 'higher' ? '+' : '−'} ${figureOf(item.margin)}`}`
    case 'review': return `approved by ${anyOf(item.role)}`
    case 'comment': return 'at least one'
    case 'signature': return 'inputs and outputs are declared'
    case 'example': return 'kept with the model'
    case 'dataset': return 'named by the run'
    case 'description': return 'not empty'
    case 'gate': return 'passed'
    default: return never(item)
  }
}

function foundOf(item: PolicyItem, facts: Facts): Found {
  switch (item.kind) {
    case 'metric': return metricFound(item, facts)
    case 'champion': return championFound(item, facts)
    case 'review': return reviewFound(item, facts)
    case 'comment': return facts.comments > 0 ? met(facts.comments === 1 ? 'one comment' : `${facts.comments} comments`) : missing('no comment yet')
    case 'signature': return facts.signature ? met('declared') : missing('none declared')
    case 'example': return facts.example ? met('kept') : missing('none kept')
    case 'dataset': return facts.datasets.length > 0 ? met(facts.datasets.join(', ')) : missing('the run named no data set')
    case 'description': return facts.description.trim() === '' ? missing('empty') : met('written')
    case 'gate': return facts.gates.find(({ name }) => name === item.name) ?? missing('nothing in this studio answers it')
    default: return never(item)
  }
}

function metricFound({ key, op, value: limit }: Of<'metric'>, { metrics }: Facts): Found {
  const found = metrics.find((one) => one.key === key)
  if (!found) return missing('never logged')
  const number = finiteOf(found.value)
  const holds = number !== undefined && compared[op](number, limit)
  return { state: holds ? 'met' : 'unmet', found: figureOf(found.value) }
}

const compared = { '>=': (a: number, b: number) => a >= b, '>': (a: number, b: number) => a > b, '<=': (a: number, b: number) => a <= b, '<': (a: number, b: number) => a < b } as const satisfies Record<Of<'metric'>['op'], unknown>

function championFound({ key, better, margin }: Of<'champion'>, { version, metrics, champion }: Facts): Found {
  const own = metrics.find((one) => one.key === key)
  if (!own) return missing('never logged')
  const number = finiteOf(own.value)
  if (number === undefined) return { state: 'unmet', found: figureOf(own.value) }
  if (!champion) return met(`${figureOf(number)}; there is no champion yet`)
  if (champion.version === version) return met(`${figureOf(number)}; it is the champion`)
  const theirs = champion.metrics.find((one) => one.key === key)
  const other = theirs && finiteOf(theirs.value)
  if (other === undefined) return missing(`${figureOf(number)}; the champion, version ${champion.version}, has no number for it`)
  const gain = better === 'higher' ? number - other : other - number
  // 0.92 − 0.9 is a hair below 0.02 in doubles, and must still count as 0.02.
  const slack = 1e-12 * Math.max(1, Math.abs(number), Math.abs(other))
  return { state: gain >= margin - slack ? 'met' : 'unmet', found: `${figureOf(number)} against ${figureOf(other)} of version ${champion.version} (${deltaOf(Number((number - other).toPrecision(12)))})` }
}

function reviewFound({ role }: Of<'review'>, { reviews }: Facts): Found {
  const review = reviews.findLast((one) => one.role === role)
  if (!review) return missing('not reviewed yet')
  return review.verdict === 'approve' ? met(`approved by ${review.by}`) : { state: 'unmet', found: `${review.by} objects` }
}

function met(found: string): Found {
  return { state: 'met', found }
}

function missing(found: string): Found {
  return { state: 'missing', found }
}
