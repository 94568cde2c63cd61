import { z } from 'zod'
import { contract } from '#wire/contract.ts'
import { JobFile, TrainingRun } from './domain/job-file.ts'
import { Verification } from './domain/verification.ts'

const changes = ['training', 'jobs', 'runs']
const Started = z.object({ started: z.array(TrainingRun), experiment: z.string().nullable() })

export const training = contract('training', {
  read: { input: z.object({ path: z.string() }), output: z.object({ spec: JobFile, hash: z.string() }), about: 'A job file, checked.' },
  save: { input: z.object({ path: z.string(), spec: JobFile, hash: z.string().nullable() }), output: z.object({ hash: z.string() }), changes: ['files'], about: 'Writes a job file; refused where it changed on disk since `hash`.' },
  plan: { input: z.object({ spec: JobFile }), output: z.object({ runs: z.int(), command: z.array(z.string()), environment: z.object({ name: z.string(), state: z.string(), note: z.string() }), problems: z.array(z.object({ where: z.string(), text: z.string(), /** Nothing is written there yet. */ blank: z.boolean().optional() })), notes: z.array(z.string()) }), about: 'What starting it would do, and what stands in the way.' },
  start: { input: z.object({ spec: JobFile }), output: Started, changes, about: 'Starts the work: one job, and one run where it is tracked, for each combination.' },
  ofRun: { input: z.object({ run: z.string() }), output: TrainingRun.nullable(), about: 'How a run was started, where the studio started it.' },
  ofJob: { input: z.object({ job: z.string() }), output: TrainingRun.nullable() },
  changedSince: { input: z.union([z.object({ run: z.string() }), z.object({ job: z.string() })]), output: z.object({ files: z.array(z.string()) }), about: 'Files of the code of that run, or of that job, that are not today what they were: changed, added or gone.' },
  rerun: { input: z.union([z.object({ run: z.string() }), z.object({ job: z.string() })]), output: Started, changes, about: 'The same once more: code snapshot, lock and data versions of that run, or of that job.' },
  stop: { input: z.object({ run: z.string() }), output: z.object({ stopped: z.boolean() }), changes },
  onnx: { input: z.object({ model: z.string(), version: z.int().optional(), job: z.string().optional() }), output: z.object({ kept: Verification.nullable(), checked: Verification.nullable() }), about: 'How the ONNX file beside a model was verified, and what the conversion of that job found; null where there is none.' },
  toOnnx: { input: z.object({ run: z.string().optional(), model: z.string(), version: z.int().optional(), accept: z.number().min(0).optional() }), output: z.object({ job: z.string() }), changes: ['registry', 'jobs'], about: 'Converts a logged model to ONNX beside it and verifies it on sample rows; refused past 1e-4 unless `accept` allows more.' },
})
