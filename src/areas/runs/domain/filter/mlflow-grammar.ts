import type { Family } from '../column.ts'

/** What MLflow lets be searched, and how it says no (mlflow/utils/search_utils.py, 3.17). */
export interface Grammar {
  readonly entities: Readonly<Record<string, Family>>
  /** How the entity's name is refused. */
  readonly unknown: (entity: string) => string
  readonly attributes: readonly string[]
  readonly orderAttributes: readonly string[]
  readonly numeric: readonly string[]
  /** Attributes that may be compared with a list. */
  readonly lists: readonly string[]
  readonly nullable: readonly Family[]
  readonly notNullable: (family: string, key: string) => string
  readonly clauses: (invalid: readonly string[]) => string
  readonly aliases: Readonly<Record<string, string>>
}

export const runGrammar: Grammar = {
  entities: {
    metric: 'metrics', metrics: 'metrics', parameter: 'params', parameters: 'params', param: 'params', params: 'params', tag: 'tags', tags: 'tags',
    attribute: 'attributes', attributes: 'attributes', attr: 'attributes', run: 'attributes', dataset: 'datasets', datasets: 'datasets',
  },
  unknown: (entity) => `Invalid entity type '${entity}'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']`,
  attributes: ['Created', 'Run Name', 'Run name', 'artifact_uri', 'created', 'end_time', 'run name', 'run_id', 'run_name', 'start_time', 'status', 'user_id'],
  orderAttributes: ['Created', 'artifact_uri', 'created', 'end_time', 'run_id', 'run_name', 'start_time', 'status', 'user_id'],
  numeric: ['start_time', 'end_time', 'created', 'Created'],
  lists: ['run_id'],
  nullable: ['tags', 'params'],
  notNullable: (family, key) => `IS NULL / IS NOT NULL is only supported for tags and params, not for '${family}' '${key}'`,
  clauses: (invalid) => `Invalid clause(s) in filter string: ${invalid.map((one) => `'${one}'`).join(', ')}`,
  aliases: { created: 'start_time', Created: 'start_time', 'run name': 'run_name', 'Run name': 'run_name', 'Run Name': 'run_name' },
}

const experimentAttributes = ['creation_time', 'experiment_id', 'last_update_time', 'name']

export const experimentGrammar: Grammar = {
  entities: { attribute: 'attributes', tag: 'tags', tags: 'tags' },
  unknown: (entity) => `Invalid entity type '${entity}'. Valid entity types are ('attribute', 'tag', 'tags')`,
  attributes: experimentAttributes,
  orderAttributes: experimentAttributes,
  numeric: ['creation_time', 'last_update_time'],
  lists: ['experiment_id'],
  nullable: ['tags'],
  notNullable: (_, key) => `IS NULL / IS NOT NULL is only supported for tags, not for attribute '${key}'`,
  clauses: (invalid) => `Invalid clause(s) in filter string: ${invalid.join(', ')}`,
  aliases: {},
}

/** MLflow's own word for a family. */
export const singular: Readonly<Record<Family, string>> = { metrics: 'metric', params: 'parameter', tags: 'tag', attributes: 'attribute', datasets: 'dataset', git: 'git' }
export const datasetWords = ['context', 'digest', 'name']

/** A set as Python prints it. */
export function pythonSet(words: readonly string[]): string {
  return `{${words.map((word) => `'${word}'`).join(', ')}}`
}
