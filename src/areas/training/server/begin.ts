import { join } from 'node:path'
import { newId } from '#lib/ids.ts'
import { ProcessSpec } from '#areas/jobs/domain/process.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import { jobTag } from '#areas/runs/domain/run.ts'
import type { KeyValue } from '#areas/runs/domain/run.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import { makeFolder } from '#node/files.ts'
import { valuesText } from '../domain/combinations.ts'
import type { Values } from '../domain/combinations.ts'
import type { JobFile, TrainingRun } from '../domain/job-file.ts'
import { argvOf, jobTitleOf, runNameOf } from '../domain/work.ts'
import type { Ready } from './environment.ts'
import type { Git } from './git.ts'
import type { ResolvedInput } from './inputs.ts'
import type { Records } from './records.ts'
import { layOut, manifestOf } from './snapshot.ts'
import type { openTracking } from './tracking.ts'
import type { openWatch } from './watch.ts'

/** All that is fixed before the first job of a start exists. */
export interface Prepared {
  readonly spec: JobFile
  readonly code: { readonly snapshot: string; readonly folder: string; readonly script: string } | null
  readonly environment: Ready
  readonly inputs: readonly ResolvedInput[]
  readonly git: Pick<Git, 'commit' | 'branch' | 'dirty' | 'repository' | 'diff'>
  readonly group: string
  readonly again: string | null
  /** It repeats a job, whether or not that made a run. */
  readonly repeats: boolean
  readonly by: string
}

interface Needs { readonly root: string; readonly jobs: Jobs; readonly runs: Runs; readonly records: Records; readonly tracking: ReturnType<typeof openTracking>; readonly watch: ReturnType<typeof openWatch>; readonly snapshots: string }

/** One run and its job. The run is written first and the job last: a run whose job never came is closed at the next start. */
export async function beginOne(prepared: Prepared, values: Values, needs: Needs): Promise<TrainingRun> {
  const { spec, by } = prepared
  const job = newId('job')
  const run = spec.track ? await makeRun(prepared, values, job, needs) : null
  const home = join(needs.jobs.folderOf(job, 1), '..')
  try {
    const record = recordOf(prepared, { values, job, run })
    needs.records.put(record)
    await Promise.all([
      run === null ? undefined : keepOrigin(prepared, run, needs),
      prepared.code ? layOut({ home: needs.snapshots, hash: prepared.code.snapshot, into: join(home, 'code'), beside: join(needs.root, prepared.code.folder) }) : undefined,
      ...['output', 'checkpoint'].map((folder) => makeFolder(join(home, folder))),
    ])
    needs.jobs.submit({ id: job, kind: 'training.run', title: jobTitleOf(spec, values, prepared.repeats), by, spec: processOf(prepared, { values, run, home, root: needs.root, experiment: run === null ? null : needs.runs.runs.info(run).experiment }), result: { run } })
    needs.watch.follow(record)
    return record
  } catch (error) {
    if (run !== null) await needs.tracking.end(run, 'FAILED')
    needs.records.end(job)
    throw error
  }
}

function recordOf({ spec, code, environment, inputs, git, again }: Prepared, { values, job, run }: Pick<TrainingRun, 'values' | 'job' | 'run'>): TrainingRun {
  const { commit, branch, dirty } = git
  return { run, job, spec, values: { ...values }, snapshot: code?.snapshot ?? null, environmentKey: environment.key, lock: environment.lock, inputs: inputs.map(({ input }) => input), git: { commit, branch, dirty }, again }
}

async function makeRun(prepared: Prepared, values: Values, job: string, { runs }: Needs): Promise<string> {
  const { spec, by, again } = prepared
  const experiment = runs.experiments.byName(spec.experiment) ?? (await runs.experiments.create({ name: spec.experiment, by }))
  const name = `${runNameOf(spec, values)}${again === null ? '' : ' again'}`
  return (await runs.runs.create({ experiment: experiment.id, name, user: by, status: 'SCHEDULED', tags: tagsOf(prepared, values, job), by })).id
}

function tagsOf({ spec, code, git, group, again, environment }: Prepared, values: Values, job: string): KeyValue[] {
  const tags: Record<string, string | null> = {
    ...spec.tags,
    'mlflow.source.name': code?.script ?? spec.command?.join(' ') ?? null, 'mlflow.source.type': 'LOCAL',
    'mlflow.source.git.commit': git.commit, 'mlflow.source.git.branch': git.branch, 'mlflow.source.git.repoURL': git.repository,
    'atelier.git.dirty': git.commit === null ? null : String(git.dirty),
    [jobTag]: job, 'atelier.group': group, 'atelier.values': valuesText(values) || null, 'atelier.environment': environment.name, 'atelier.again': again,
  }
  return Object.entries(tags).flatMap(([key, value]) => (value === null ? [] : [{ key, value }]))
}

/** Code, its difference to git, lock and data: what the run was made from. */
async function keepOrigin({ code, git, environment, inputs, by }: Prepared, run: string, { tracking, runs, snapshots }: Needs): Promise<void> {
  await Promise.all([
    code ? keepCode(code, run, { tracking, snapshots }) : undefined,
    git.diff === '' ? undefined : tracking.text(run, 'code/uncommitted.diff', git.diff),
    environment.lock === null ? undefined : tracking.text(run, 'environment/requirements.txt', environment.lock),
    inputs.length === 0 ? undefined : runs.log.inputs({ run, datasets: inputs.map(({ logged }) => logged), by }),
  ])
}

async function keepCode({ snapshot, folder, script }: NonNullable<Prepared['code']>, run: string, { tracking, snapshots }: Pick<Needs, 'tracking' | 'snapshots'>): Promise<void> {
  const inFolder = folder === '' ? script : script.slice(folder.length + 1)
  const manifest = await manifestOf(snapshots, snapshot)
  await Promise.all([
    tracking.text(run, 'code/manifest.json', `${JSON.stringify({ snapshot, folder, script, ...manifest }, null, 2)}\n`),
    tracking.file(run, `code/${inFolder.split('/').at(-1) ?? inFolder}`, join(snapshots, snapshot, 'files', inFolder)),
  ])
}

interface Place { readonly values: Values; readonly run: string | null; readonly home: string; readonly root: string; readonly experiment: string | null }

/** Work starts in the workspace's folder, so that paths in it mean what they mean there; the script itself is the copy that was laid out for this job. */
function processOf({ spec, code, environment, inputs, group }: Prepared, { values, run, home, root, experiment }: Place): ProcessSpec {
  const inFolder = code && (code.folder === '' ? code.script : code.script.slice(code.folder.length + 1))
  const tracked = run === null || experiment === null ? {} : { MLFLOW_RUN_ID: run, MLFLOW_EXPERIMENT_ID: experiment }
  return ProcessSpec.parse({
    argv: argvOf(spec, { interpreter: environment.interpreter, script: inFolder === null ? undefined : join(home, 'code', inFolder), values }),
    cwd: root,
    variables: {
      PYTHONUNBUFFERED: '1', MLFLOW_DISABLE_TELEMETRY: 'true', ...environment.variables, ...spec.variables, ...tracked,
      ...Object.fromEntries(inputs.map(({ input }) => [`ATELIER_INPUT_${input.name.toUpperCase()}`, input.path])),
      ATELIER_OUTPUT: join(home, 'output'), ATELIER_CHECKPOINT: join(home, 'checkpoint'), ...(environment.name === '' ? {} : onPath(environment.interpreter)),
    },
    hidden: [...new Set([...(run === null ? [] : ['MLFLOW_TRACKING_URI', 'MLFLOW_TRACKING_TOKEN']), ...environment.secrets, ...spec.secrets])],
    resources: spec.resources, timeoutSeconds: spec.timeoutSeconds, retries: spec.retries,
    tags: { ...spec.tags, ...(run === null ? {} : { run }), ...(environment.name === '' ? {} : { environment: environment.name }), group },
    environment: environment.name === '' ? null : { name: environment.name, key: environment.key }, inputs: inputs.map(({ input }) => input), outputs: spec.outputs,
    after: [...new Set([environment.job, ...inputs.map(({ job }) => job)])].filter((id) => id !== null),
    warm: spec.script !== undefined,
  })
}

/** Commands find the environment's own programs first, as in an activated one. */
function onPath(interpreter: string): Record<string, string> {
  const bin = join(interpreter, '..')
  return { PATH: `${bin}:${process.env.PATH ?? ''}`, VIRTUAL_ENV: join(bin, '..') }
}
