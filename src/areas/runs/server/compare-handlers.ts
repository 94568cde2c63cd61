import type { Handlers } from '#wire/implement.ts'
import type { runs as contract } from '../contract.ts'
import { requirementsOf } from '../domain/ml-model.ts'
import type { KeyValue } from '../domain/run.ts'
import type { ComparedRun, GitState } from '../domain/shown.ts'
import { textAt } from './artifact-handlers.ts'
import type { Artifacts } from './artifacts.ts'
import { summaryOf } from './detail.ts'
import { contextOf } from './inputs.ts'
import type { Runs } from './store.ts'

type Calls = Pick<typeof contract, 'compare'>

const longest = 1_000_000
const diffAt = 'code/uncommitted.diff'

export function compareHandlers({ runs, experiments, models }: Runs, artifacts: Artifacts): Handlers<Calls> {
  async function comparedOf(id: string): Promise<ComparedRun> {
    const { info, params, metrics, tags, inputs } = runs.get(id)
    const [environment, diff] = await Promise.all([environmentOf(id, info.artifactUri), textOf(info.artifactUri, diffAt)])
    return {
      run: info, experimentName: experiments.get(info.experiment).name, params: [...params], tags: [...tags], metrics: metrics.map(summaryOf), environment, git: gitOf(tags, diff),
      datasets: inputs.map(({ dataset: { name, digest }, tags: marks }) => ({ name, digest, context: contextOf(marks) })),
    }
  }

  /** What the run says it ran in; else what its newest logged model wants. */
  async function environmentOf(id: string, uri: string): Promise<string[] | null> {
    const places: [string, string][] = [[uri, 'environment/requirements.txt'], ...models.ofRun(id).toReversed().map((model): [string, string] => [model.artifactUri, 'requirements.txt'])]
    for (const [root, path] of places) {
      const text = await textOf(root, path)
      if (text !== null) return requirementsOf(text)
    }
    return null
  }

  /** Null where there is none, or where it cannot be reached from here. */
  async function textOf(uri: string, path: string): Promise<string | null> {
    try {
      return (await textAt(await artifacts.fileOf(uri, path), longest)).text
    } catch {
      return null
    }
  }

  return { compare: async ({ runs: ids }) => ({ runs: await Promise.all([...new Set(ids)].map(comparedOf)) }) }
}

function gitOf(tags: readonly KeyValue[], diff: string | null): GitState {
  const tag = (...keys: readonly string[]) => keys.map((key) => tags.find((one) => one.key === key)?.value).find((value) => value !== undefined) ?? null
  const dirty = tag('atelier.git.dirty', 'mlflow.git.dirty')
  return {
    commit: tag('mlflow.source.git.commit', 'mlflow.git.commit', 'mlflow.gitCommit'), branch: tag('mlflow.source.git.branch', 'mlflow.git.branch', 'mlflow.gitBranch'),
    repository: tag('mlflow.source.git.repoURL', 'mlflow.git.repo_url', 'mlflow.gitRepoURL'), dirty: dirty === null ? null : /^true$/i.test(dirty), diff: diff ?? tag('mlflow.git.diff'),
  }
}
