import { dirname, join } from 'node:path'
import type { Datasets } from '#areas/datasets/server/store.ts'
import type { Environments } from '#areas/environments/server/store.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Artifacts } from '#areas/runs/server/artifacts.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import type { Registry } from '#areas/registry/server/store.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { exists } from '#node/files.ts'
import type { Sqlite } from '#node/sqlite.ts'
import type { Events } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'
import { combinationsOf } from '../domain/combinations.ts'
import type { Values } from '../domain/combinations.ts'
import type { JobFile, TrainingRun } from '../domain/job-file.ts'
import { jobTitleOf, scriptOf } from '../domain/work.ts'
import { beginOne } from './begin.ts'
import type { Prepared } from './begin.ts'
import { environmentAgain, environmentFor } from './environment.ts'
import { gitAt } from './git.ts'
import { openInputs } from './inputs.ts'
import type { ResolvedInput } from './inputs.ts'
import { openOnnx } from './onnx.ts'
import { planOf } from './plan.ts'
import { openRecords } from './records.ts'
import { changedIn, manifestOf, takeSnapshot } from './snapshot.ts'
import { openTracking } from './tracking.ts'
import { openWatch } from './watch.ts'

export type Training = ReturnType<typeof openTraining>

interface Needs {
  readonly root: string
  readonly sqlite: Sqlite
  readonly duck: Duck
  readonly jobs: Jobs
  readonly environments: Environments
  readonly datasets: Datasets
  readonly runs: Runs
  readonly artifacts: Artifacts
  readonly registry: Registry
  readonly events: Events
}

interface Started { readonly started: TrainingRun[]; readonly experiment: string | null }

/** Work on scripts: started from a spec, tracked as runs, started again to the letter. */
export function openTraining(needs: Needs) {
  const { root, sqlite, jobs, environments, runs, artifacts, events } = needs
  const records = openRecords(sqlite)
  const tracking = openTracking({ runs, artifacts })
  const watch = openWatch({ root, records, jobs, runs, environments, events, tracking })
  const inputs = openInputs(needs)
  const snapshots = join(root, '.atelier', 'snapshots')
  const desk = { root, jobs, runs, records, tracking, watch, snapshots }

  async function start(spec: JobFile, by: string): Promise<Started> {
    const { problems: [problem] } = await planOf(spec, needs)
    if (problem) throw new Problem('invalid', problem.text, `spec.${problem.where}`)
    const script = scriptOf(spec)
    const folder = script === undefined ? '' : folderOf(script)
    const at = join(root, folder)
    const [taken, git, environment, resolved] = await Promise.all([
      script === undefined ? null : takeSnapshot({ home: snapshots, folder: at, script: nameIn(folder, script) }),
      gitAt(at), environmentFor(environments, spec.environment, by), resolvedInputs(spec, by),
    ])
    const prepared: Prepared = { spec, code: taken && script !== undefined ? { snapshot: taken.hash, folder, script } : null, environment, inputs: resolved, git, group: groupOf(spec), again: null, repeats: false, by }
    return beginAll(prepared, combinationsOf(spec))
  }

  /** One after another: two may need the same file written. */
  async function resolvedInputs({ inputs: wanted }: JobFile, by: string): Promise<ResolvedInput[]> {
    const resolved: ResolvedInput[] = []
    for (const input of wanted) resolved.push(await inputs.resolve(input, by))
    return resolved
  }

  async function beginAll(prepared: Prepared, all: readonly Values[]): Promise<Started> {
    const started: TrainingRun[] = []
    for (const values of all) {
      const one = await beginOne(prepared, values, desk)
      const { environment: { name, key }, spec, by, repeats } = prepared
      if (key !== null) environments.used(name, { job: one.job, run: one.run, title: jobTitleOf(spec, values, repeats), by, at: new Date().toISOString(), key })
      started.push(one)
    }
    const [first] = started
    events.tell({ area: 'training', ids: started.map(({ job }) => job), what: 'started' })
    return { started, experiment: first?.run ? runs.runs.info(first.run).experiment : null }
  }

  /** The code snapshot, the lock and the data versions of an earlier run; refused where one of them cannot be had any more. */
  async function rerun(asked: { readonly run: string } | { readonly job: string }, by: string): Promise<Started> {
    const before = 'run' in asked ? records.ofRun(asked.run) : records.ofJob(asked.job)
    if (!before) throw new Problem('missing', 'run' in asked ? 'This run was not started here, so how to start it again is not known. Start its script with Train.' : 'This job was not started from a form or a job file, so how to start it again is not known.', 'run')
    const { run } = before
    const { spec, snapshot } = before
    if (snapshot !== null) await manifestOf(snapshots, snapshot)
    const resolved = []
    for (const input of before.inputs) resolved.push(await inputs.again(input, by))
    const environment = await environmentAgain(environments, before, by)
    const script = scriptOf(spec)
    const tags = run === null ? [] : runs.runs.get(run).tags
    const said = (key: string) => tags.find((tag) => tag.key === key)?.value ?? null
    const git = { ...before.git, repository: said('mlflow.source.git.repoURL'), diff: run === null ? '' : await tracking.read(run, 'code/uncommitted.diff') }
    const code = snapshot !== null && script !== undefined ? { snapshot, script, folder: folderOf(script) } : null
    return beginAll({ spec, code, environment, inputs: resolved, git, group: said('atelier.group') ?? groupOf(spec), again: run, repeats: true, by }, [before.values])
  }

  function stop(run: string): { stopped: boolean } {
    const one = records.ofRun(run)
    if (!one) throw new Problem('missing', 'This run was not started here, so it cannot be stopped from here. Stop its process where it runs.', 'run')
    return { stopped: ['waiting', 'running'].includes(jobs.get(one.job).state) && ['cancelled', 'running'].includes(jobs.cancel(one.job).state) }
  }

  /** Nothing where that run has no code of its own, or its snapshot is gone. */
  async function changedSince(asked: { readonly run: string } | { readonly job: string }): Promise<string[]> {
    const before = 'run' in asked ? records.ofRun(asked.run) : records.ofJob(asked.job)
    const script = before && scriptOf(before.spec)
    if (!before || script === undefined || before.snapshot === null || !(await exists(join(snapshots, before.snapshot)))) return []
    const folder = folderOf(script)
    return changedIn({ home: snapshots, folder: join(root, folder), script: nameIn(folder, script), hash: before.snapshot })
  }

  async function plan(spec: JobFile) {
    const planned = await planOf(spec, needs)
    if (planned.environment.state === 'ready' && spec.script !== undefined) void warm(spec)
    return planned
  }

  /** Whoever looks at the plan is likely to press Train. */
  async function warm({ environment, variables }: JobFile): Promise<void> {
    const usable = await environments.usable(environment).catch(() => undefined)
    if (usable) jobs.runner.warm?.({ argv: [usable.interpreter], variables: { ...usable.variables, ...variables } })
  }

  return { start, rerun, changedSince, stop, plan, onnx: openOnnx({ ...needs, records }), ofRun: records.ofRun, ofJob: records.ofJob, records, close: watch.close }
}

function nameIn(folder: string, script: string): string {
  return script.slice(folder === '' ? 0 : folder.length + 1)
}

function folderOf(script: string): string {
  const folder = dirname(script)
  return folder === '.' ? '' : folder
}

/** Names the runs that one press started, so that they can be folded together. */
function groupOf({ title }: JobFile): string {
  return `${title} · ${new Date().toISOString().slice(0, 19).replace('T', ' ')}`
}
