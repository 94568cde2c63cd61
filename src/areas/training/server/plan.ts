import { readFile, stat } from 'node:fs/promises'
import type { z } from 'zod'
import type { Datasets } from '#areas/datasets/server/store.ts'
import type { Environments } from '#areas/environments/server/store.ts'
import { neverFits } from '#areas/jobs/domain/slots.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import { insideOf } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { training } from '../contract.ts'
import { combinationsOf, mostRuns, runsOf } from '../domain/combinations.ts'
import type { JobFile } from '../domain/job-file.ts'
import { argvOf, experimentsSetIn, scriptOf } from '../domain/work.ts'

export type Plan = z.input<typeof training.plan.output>
interface Needs { readonly root: string; readonly environments: Environments; readonly datasets: Datasets; readonly jobs: Jobs; readonly runs: Runs }

/** What starting the work would do and what stands in its way; nothing is changed. */
export async function planOf(spec: JobFile, needs: Needs): Promise<Plan> {
  const environment = spec.environment === '' ? undefined : await needs.environments.summary(spec.environment).catch(asProblem)
  const [script, inputs, secrets] = await Promise.all([scriptProblem(spec, needs), inputProblems(spec, needs), secretProblems(spec, needs)])
  const problems = [...script.problems, ...environmentProblem(environment, spec), ...inputs, ...secrets, ...otherProblems(spec, needs)]
  const runs = runsOf(spec)
  const [values = {}] = runs > mostRuns ? [] : combinationsOf(spec)
  const shown = environment === undefined ? { name: '', state: 'ready', note: 'It runs with the programs of this machine.' } : environment instanceof Problem ? { name: spec.environment, state: 'missing', note: environment.message } : { name: environment.name, state: environment.state, note: environment.reason }
  return { runs, command: argvOf(spec, { interpreter: 'python', script: scriptOf(spec), values }), environment: shown, problems, notes: script.notes }
}

type Told = Plan['problems']

async function scriptProblem(spec: JobFile, { root }: Needs): Promise<{ problems: Told; notes: string[] }> {
  const script = scriptOf(spec)
  if (script === undefined) return { problems: spec.command?.length ? [] : [{ where: 'command', text: 'Write a command.', blank: true }], notes: [] }
  const path = await insideOf(root, script).catch(asProblem)
  if (path instanceof Problem) return { problems: [{ where: 'script', text: path.message }], notes: [] }
  const facts = await stat(path).catch(() => undefined)
  if (!facts?.isFile()) return { problems: [script === '' ? { where: 'script', text: 'Choose a script.', blank: true } : { where: 'script', text: `There is no script “${script}”.` }], notes: [] }
  const other = spec.track ? experimentsSetIn(await readFile(path, 'utf8')).find((name) => name !== spec.experiment) : undefined
  return { problems: [], notes: other === undefined ? [] : [`The script sets the experiment “${other}” itself, which MLflow refuses inside a run of another. Take “${other}” here, or let the script not set it.`] }
}

function environmentProblem(environment: Awaited<ReturnType<Environments['summary']>> | Problem | undefined, { script }: JobFile): Told {
  if (environment === undefined) return script === undefined ? [] : [{ where: 'environment', text: 'A Python script needs an environment. Choose one, or run a command.' }]
  if (environment instanceof Problem) return [{ where: 'environment', text: environment.message }]
  return environment.state === 'missing' ? [{ where: 'environment', text: environment.reason }] : []
}

async function inputProblems({ inputs }: JobFile, { root, datasets }: Needs): Promise<Told> {
  const twice = inputs.find(({ name }, i) => inputs.findIndex((one) => one.name.toUpperCase() === name.toUpperCase()) !== i)
  const told = await Promise.all(inputs.map(async (input): Promise<Told> => {
    if ((input.kind === 'file' ? input.path : input.dataset) === '') return [{ where: `inputs.${input.name}`, text: `Choose a ${input.kind === 'file' ? 'file' : 'data set'} for ${input.name}, or take it out.`, blank: true }]
    const found = await (input.kind === 'dataset' ? datasets.relation(input.dataset, input.version) : insideOf(root, input.path).then((path) => stat(path).catch(() => new Problem('missing', `There is no “${input.path}”.`)))).catch(asProblem)
    return found instanceof Problem ? [{ where: `inputs.${input.name}`, text: found.message }] : []
  }))
  return [...told.flat(), ...(twice ? [{ where: 'inputs', text: `Two inputs are called “${twice.name}”. Each needs a name of its own.` }] : [])]
}

/** Its own secrets and those that its environment declares. */
async function secretProblems({ environment, secrets }: JobFile, { environments }: Needs): Promise<Told> {
  const declared = environment === '' ? [] : await environments.secretsOf(environment).catch(asProblem)
  const unset = (names: readonly string[]) => names.filter((name) => process.env[name] === undefined)
  const told = (name: string, by: string) => ({ where: by === '' ? 'secrets' : 'environment', text: `The secret ${name}${by} is not set. Start the studio with it in its own environment: ${name}=… npm start.` })
  const inherited = declared instanceof Problem ? [] : declared.filter((name) => !secrets.includes(name))
  return [...unset(secrets).map((name) => told(name, '')), ...unset(inherited).map((name) => told(name, `, which the environment “${environment}” declares,`))]
}

function otherProblems(spec: JobFile, { jobs, runs }: Needs): Told {
  const never = neverFits(spec.resources, jobs.runner.slots)
  const experiment = spec.track ? runs.experiments.byName(spec.experiment) : undefined
  return [
    ...(never ? [{ where: 'resources', text: never }] : []),
    ...(experiment?.stage === 'deleted' ? [{ where: 'experiment', text: `The experiment “${spec.experiment}” is deleted. Restore it, or choose another name.` }] : []),
    ...(runsOf(spec) > mostRuns ? [{ where: 'each', text: `These values make ${runsOf(spec).toLocaleString('en-US')} runs; ${mostRuns} are the most at once.` }] : []),
  ]
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  throw error
}
