import { attributeKeys, columnOf, datasetKeys, gitKeys } from '../column.ts'
import type { Column, Family } from '../column.ts'
import { FilterFault } from './condition.ts'
import { notLogged } from './known.ts'
import type { Known } from './known.ts'
import type { Token } from './tokens.ts'

/** How families may be called, as MLflow lets them be. */
const families: Readonly<Record<string, Family>> = {
  metric: 'metrics', metrics: 'metrics', param: 'params', params: 'params', parameter: 'params', parameters: 'params', tag: 'tags', tags: 'tags',
  attribute: 'attributes', attributes: 'attributes', attr: 'attributes', run: 'attributes', dataset: 'datasets', datasets: 'datasets', git: 'git',
}
const aliases: Readonly<Record<string, string>> = { created: 'start_time', Created: 'start_time', 'run name': 'run_name', 'Run name': 'run_name', 'Run Name': 'run_name', name: 'run_name', id: 'run_id', user: 'user_id', start: 'start_time', end: 'end_time', experiment_name: 'experiment' }
const fixed: Readonly<Partial<Record<Family, readonly string[]>>> = { attributes: attributeKeys, datasets: datasetKeys, git: gitKeys }

/** The column that a token names: `metrics.loss:min`, "params.`batch size`", `status`. */
export function fieldOf({ text, from, to }: Token, known?: Known): Column {
  if (text.split('`').length % 2 === 0 || text.split('"').length % 2 === 0) throw new FilterFault('The quoted key is not closed.', from, to)
  const { head, key } = splitField(text)
  const own = head === undefined ? isAttribute(key) : families[head] !== undefined
  if (known && !own) return bareColumn({ text: head === undefined ? key : text, from, to }, known)
  return familyColumn({ head, key, from, to })
}

function familyColumn({ head, key, from, to }: ReturnType<typeof splitField> & Pick<Token, 'from' | 'to'>): Column {
  const family = head === undefined ? 'attributes' : families[head]
  if (!family) throw new FilterFault(`“${head}” is no kind of column. Begin with metrics, params, tags, datasets, git or attributes, e.g. metrics.${key}.`, from, to)
  const name = family === 'attributes' ? (aliases[key] ?? key) : key
  const members = fixed[family]
  if (members && !members.includes(name)) throw new FilterFault(head === undefined ? `“${key}” is not an attribute of runs. Write params.${key}, metrics.${key} or tags.${key} for a logged key.` : `There is no ${family}.${key}; there are ${members.join(', ')}.`, from, to)
  const column = columnOf(`${family}.${name}`)
  if (!column) throw new FilterFault(`The key after “${head}.” is missing.`, from, to)
  return column
}

function isAttribute(key: string): boolean {
  const name = aliases[key] ?? key
  return attributeKeys.some((one) => one === name)
}

/** A key without its family, where runs have it in one alone. */
function bareColumn({ text, from, to }: Pick<Token, 'text' | 'from' | 'to'>, known: Known): Column {
  const [, key = text, summary = ''] = /^(.*?)(:(?:last|best|min|max|atStep)(?:=-?\d+)?)?$/s.exec(text) ?? []
  const [family, other] = known.familiesOf(key)
  if (family === undefined) throw new FilterFault(notLogged(key, known), from, to)
  if (other !== undefined) throw new FilterFault(`“${key}” is of several kinds: write ${known.familiesOf(key).map((one) => `${one}.${key}`).join(' or ')}.`, from, to)
  const column = columnOf(`${family}.${key}${family === 'metrics' ? summary : ''}`)
  if (!column) throw new FilterFault(notLogged(key, known), from, to)
  return column
}

/** Before and after the first dot, quotes taken away. */
export function splitField(text: string): { readonly head: string | undefined; readonly key: string } {
  const [, head, rest = ''] = /^(`[^`]*`|[^.`]*)\.(.*)$/s.exec(text) ?? []
  if (head === undefined) return { head: undefined, key: bare(text) }
  const [, quoted, summary = ''] = /^(`[^`]*`|"[^"]*")(:.*)?$/s.exec(rest) ?? []
  return { head: bare(head), key: quoted === undefined ? rest : `${bare(quoted)}${summary}` }
}

function bare(text: string): string {
  return /^(`.*`|".*")$/s.test(text) ? text.slice(1, -1) : text
}

export function isTime({ family, key }: Column): boolean {
  return family === 'attributes' && (key === 'start_time' || key === 'end_time')
}

export function isDuration({ family, key }: Column): boolean {
  return family === 'attributes' && key === 'duration'
}

/** Whether values are numbers by nature; a param may be one, too. */
export function isNumeric({ family, key }: Column): boolean {
  return family === 'metrics' || (family === 'attributes' && ['start_time', 'end_time', 'duration'].includes(key))
}
