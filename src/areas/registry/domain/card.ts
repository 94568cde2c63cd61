import type { KeyValue, MetricValue } from '#areas/runs/domain/run.ts'
import { titleOf } from './evidence.ts'
import { figureOf } from './figure.ts'
import type { Evidence } from './policy.ts'
import type { Signature } from '#areas/runs/domain/signature.ts'
import type { Activity, Decided, ModelFolder, VersionInfo } from './registered.ts'
import type { z } from 'zod'

export interface CardFacts {
  readonly version: VersionInfo
  readonly modelDescription: string
  readonly folder: ModelFolder | null
  readonly params: readonly z.infer<typeof KeyValue>[]
  readonly datasets: readonly { readonly name: string; readonly digest: string; readonly context: string | null; readonly dataset: string | null; readonly datasetVersion: number | null }[]
  /** As it would be judged now; a decided version shows what it was decided on. */
  readonly evidence: readonly Evidence[]
  readonly decided: Decided | null
  readonly history: readonly Activity[]
}

/** A model card in Markdown, made of nothing but what is recorded; what is not known is said. */
export function cardOf(facts: CardFacts): string {
  const { version, folder } = facts
  const parts = [
    `# ${text(version.model)}, version ${version.version}`,
    [version.description.trim() || facts.modelDescription.trim() || '_No description was written._', '', aboutOf(facts)].join('\n'),
    section('Approval', approvalOf(facts)),
    section('Metrics', version.metrics.length === 0 ? '_No metrics are recorded for this version._' : table(['Metric', 'Value'], version.metrics.map(({ key, value }) => [key, figureOf(value satisfies MetricValue)]))),
    section('Data', dataOf(facts)),
    section('Parameters', facts.params.length === 0 ? '_No parameters are recorded._' : table(['Parameter', 'Value'], facts.params.map(({ key, value }) => [key, value]))),
    section('Inputs and outputs', folder?.signature ? signatureText(folder.signature) : '_The model declares no signature: what it takes and gives is not recorded._'),
    section('Environment', environmentOf(folder)),
    section('Limits', limitsOf(facts)),
  ]
  return `${parts.join('\n\n')}\n`
}

function aboutOf({ version, folder }: CardFacts): string {
  const facts = [
    `registered ${dayOf(version.created)} by ${text(version.by)}`,
    version.run ? `from the run \`${version.runName ?? version.run}\`` : originWords[version.origin],
    ...(folder && folder.flavors.length > 0 ? [`flavors: ${folder.flavors.map(({ name }) => name).join(', ')}`] : []),
  ]
  return `- ${facts.join('\n- ')}`
}

const originWords = { run: 'from a run that is not recorded here', folder: 'imported from an MLmodel folder', onnx: 'imported from an ONNX file', pickle: 'imported from a pickled file, which was never opened', uri: 'from a place outside this workspace' } as const satisfies Record<VersionInfo['origin'], string>

function approvalOf({ version, decided, history, ...facts }: CardFacts): string {
  const evidence = decided?.evidence ?? facts.evidence
  const decisions = history.filter(({ what }) => ['approved', 'rejected', 'reopened', 'review'].includes(what)).toReversed()
  const list = decisions.map(({ at, by, text: said, reason }) => `- ${dayOf(at)}, ${text(by)}: ${said}${reason ? ` “${text(reason)}”` : ''}`)
  const shown = evidence.length === 0 ? [] : [table(['Evidence', 'State', 'Found'], evidence.map(({ item, state, found }) => [titleOf(item), state, found]))]
  const stood = decided && evidence.length > 0 ? ` The evidence is as it stood at the decision on ${dayOf(decided.at)}.` : ''
  return [`It is **${version.approval}**.${stood}`, ...shown, ...(list.length > 0 ? [list.join('\n')] : [])].join('\n\n')
}

function dataOf({ datasets }: CardFacts): string {
  if (datasets.length === 0) return '_The run named no data set: what it was trained on is not recorded._'
  return table(['Data set', 'Used for', 'Digest', 'Version here'], datasets.map(({ name, context, digest, dataset, datasetVersion }) => [name, context ?? 'not said', digest, dataset ? `${dataset} v${datasetVersion ?? '?'}` : 'not in this workspace']))
}

function signatureText({ inputs, outputs, params }: Signature): string {
  const part = (title: string, fields: Signature['inputs']) => (fields.length === 0 ? [] : [`**${title}**`, table(['Name', 'Type', 'Shape', 'Required'], fields.map(({ name, type, shape, required }) => [name || '(unnamed)', type, shape ? shape.map((size) => (size < 0 ? 'any' : String(size))).join(' × ') : '', required ? 'yes' : 'no']))])
  return [...part('Inputs', inputs), ...part('Outputs', outputs), ...part('Parameters', params)].join('\n\n')
}

function environmentOf(folder: ModelFolder | null): string {
  if (!folder) return '_The model’s files are not in reach, so its environment is not known._'
  const python = folder.python ? `Python ${folder.python}.` : 'The Python version is not recorded.'
  return folder.requirements.length === 0 ? `${python}\n\n_No requirements are recorded._` : `${python}\n\n\`\`\`\n${folder.requirements.join('\n')}\n\`\`\``
}

function limitsOf({ folder, datasets, version, decided, ...facts }: CardFacts): string {
  const evidence = decided?.evidence ?? facts.evidence
  const unknown = [
    'Intended use, groups it was not tested on and known failures are not recorded. Write them here.',
    ...(folder?.warnings ?? []),
    ...(datasets.length === 0 ? ['The training data is not known.'] : []),
    ...(version.metrics.length === 0 ? ['There are no figures to judge it by.'] : []),
    ...(evidence.some(({ state }) => state !== 'met') ? ['Not all the evidence that the policy wants is there; see Approval.'] : []),
  ]
  return unknown.map((line) => `- ${line}`).join('\n')
}

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

function cell(value: string): string {
  return text(value).replaceAll('|', '\\|').slice(0, 500)
}

/** One line, with nothing in it that Markdown would take for marks. */
function text(value: string): string {
  return value.replace(/\s+/g, ' ').replace(/([\\`*_[\]<>#])/g, '\\$1')
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
