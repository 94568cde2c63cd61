import { expect, test } from 'vitest'
import { combinationsOf, runsOf } from './combinations.ts'
import { blank, cloneOf, inputName } from './draft.ts'
import { JobFile } from './job-file.ts'
import { argvOf, experimentsSetIn, jobTitleOf, runNameOf, scriptOf } from './work.ts'

const spec = (more: object) => JobFile.parse({ title: 'Delays', script: 'code/train.py', ...more })

test('each starts the work once for every combination', () => {
  const job = spec({ each: { seed: [1, 2], rows: ['all', 10] } })
  expect([runsOf(job), combinationsOf(job)]).toEqual([4, [{ seed: 1, rows: 'all' }, { seed: 1, rows: 10 }, { seed: 2, rows: 'all' }, { seed: 2, rows: 10 }]])
  expect(combinationsOf(spec({}))).toEqual([{}])
})

test('the command is the interpreter, the script as it was, the arguments and the values', () => {
  const at = { interpreter: '/env/bin/python', script: '/jobs/1/code/train.py', values: { seed: 1 } }
  expect(argvOf(spec({ args: ['--fast'] }), at)).toEqual(['/env/bin/python', '/jobs/1/code/train.py', '--fast', '--seed', '1'])
  const command = JobFile.parse({ title: 'Delays', command: ['python', '-u', 'code/train.py'] })
  expect([scriptOf(command), argvOf(command, at)]).toEqual(['code/train.py', ['/env/bin/python', '-u', '/jobs/1/code/train.py', '--seed', '1']])
  expect(argvOf(JobFile.parse({ title: 'x', command: ['make', 'all'] }), { ...at, script: undefined, values: {} })).toEqual(['make', 'all'])
})

test('runs and jobs are named by what distinguishes them', () => {
  expect([runNameOf(spec({}), { seed: 1, rows: 5 }), jobTitleOf(spec({}), { seed: 1 }, false), jobTitleOf(spec({}), {}, false), jobTitleOf(spec({}), { seed: 1 }, true)]).toEqual(['train seed=1, rows=5', 'Delays · seed=1', 'Delays', 'Delays · seed=1 again'])
})

test('a job has a script or a command, not both and not none', () => {
  expect([{}, { script: 'a.py', command: ['a'] }].map((one) => JobFile.safeParse({ title: 'x', ...one }).error?.issues[0]?.message)).toEqual(['A job has either a script or a command.', 'A job has either a script or a command.'])
})

test('an experiment that a script sets itself is seen', () => {
  expect(experimentsSetIn('import mlflow\nmlflow.set_experiment("one")\n# mlflow.set_experiment("two")\nset_experiment(experiment_name=\'three\')\nset_experiment(name)\n')).toEqual(['one', 'three'])
})

test('a clone has the values of its run as arguments; a data set gives its input a name', () => {
  const one = { run: 'r', job: 'j', spec: spec({ args: ['--fast'], each: { seed: [1, 2] } }), values: { seed: 2 }, snapshot: null, environmentKey: null, lock: null, inputs: [], git: { commit: null, branch: null, dirty: false }, again: null }
  expect([cloneOf(one).args, cloneOf(one).each]).toEqual([['--fast', '--seed', '2'], {}])
  expect([blank({ dataset: 'flights 2008' }).inputs, blank({ script: 'code/train_late-flights.py' }).title, inputName('2008 ü')]).toEqual([[{ kind: 'dataset', name: 'FLIGHTS_2008', dataset: 'flights 2008' }], 'Train late flights', 'DATA_2008'])
})
