import { z } from 'zod'
import { KeyValue } from '#areas/runs/domain/run.ts'
import { contract } from '#wire/contract.ts'
import { Approval, Evidence, Policy } from './domain/policy.ts'
import { Activity, Lineage, ModelName, ModelSummary, VersionDetail, VersionInfo, VersionStage } from './domain/registered.ts'

const at = z.object({ model: z.string(), version: z.int() })
const changes = ['registry']
const reason = z.string().max(20_000)

export const registry = contract('registry', {
  models: { input: z.object({ search: z.string().default('') }), output: z.array(ModelSummary), about: 'Registered models, the one changed last first.' },
  model: { input: z.object({ name: z.string() }), output: ModelSummary.extend({ policy: Policy, all: z.array(VersionInfo) }), about: 'One model with all its versions, the newest first.' },
  createModel: { input: z.object({ name: ModelName, description: z.string().default('') }), output: ModelSummary, changes },
  changeModel: { input: z.object({ name: z.string(), rename: ModelName.optional(), description: z.string().max(100_000).optional(), setTags: z.array(KeyValue).default([]), dropTags: z.array(z.string()).default([]) }), output: ModelSummary, changes },
  deleteModel: { input: z.object({ name: z.string() }), output: z.object({ versions: z.int() }), changes, about: 'Takes a model and its versions out of the registry; the runs keep their artifacts.' },
  restoreModel: { input: z.object({ name: z.string() }), output: ModelSummary, changes, about: 'Brings back the model of this name that was deleted last, with its versions.' },
  nameFor: { input: z.object({ run: z.string().optional(), path: z.string().optional(), loggedModel: z.string().optional() }), output: z.object({ name: z.string() }), about: 'The name to offer for a new version: the one last registered from the same experiment, else the logged model’s name where no model has it; empty where neither says one.' },
  register: { input: z.object({ model: ModelName, run: z.string().optional(), path: z.string().optional(), loggedModel: z.string().optional(), description: z.string().default(''), alias: z.string().optional() }), output: VersionInfo, changes, about: 'A new version from a logged model, or from an artifact folder of a run; the model is made where there is none.' },
  import: { input: z.object({ model: ModelName, path: z.string(), description: z.string().default('') }), output: VersionInfo, changes, about: 'A new version from a workspace path: an MLmodel folder, an ONNX file, or a pickled file, which is kept as it is and never opened.' },
  version: { input: at, output: VersionDetail },
  file: { input: at.extend({ path: z.string(), limit: z.int().min(1).max(2_000_000).default(500_000) }), output: z.object({ text: z.string(), whole: z.boolean(), bytes: z.int(), binary: z.boolean() }), about: 'The beginning of a file of a version as text; `binary` where it is none. The bytes are at /api/registry/file.' },
  changeVersion: { input: at.extend({ description: z.string().max(100_000).optional(), stage: VersionStage.optional(), archiveOthers: z.boolean().default(false), setTags: z.array(KeyValue).default([]), dropTags: z.array(z.string()).default([]) }), output: VersionInfo, changes },
  deleteVersion: { input: at, output: z.object({ deleted: z.boolean() }), changes },
  restoreVersion: { input: at, output: VersionInfo, changes, about: 'Brings a deleted version back; its aliases stay where they are by now.' },
  setAlias: { input: at.extend({ alias: z.string() }), output: VersionInfo, changes },
  dropAlias: { input: z.object({ model: z.string(), alias: z.string() }), output: z.object({ dropped: z.boolean() }), changes },
  setPolicy: { input: z.object({ model: z.string(), policy: Policy }), output: Policy, changes, about: 'What must be shown before a version is approved.' },
  previewPolicy: { input: z.object({ model: z.string(), policy: Policy }), output: z.array(z.object({ version: z.int(), approval: Approval, evidence: z.array(Evidence) })), about: 'How the versions of a model would stand under a policy that is not set yet, the newest first.' },
  gates: { input: z.object({}), output: z.array(z.object({ name: z.string(), about: z.string() })), about: 'The gates that areas of this studio answer; a policy may name others, which stay missing.' },
  comment: { input: at.extend({ text: reason.min(1) }), output: Activity, changes },
  review: { input: at.extend({ role: z.string(), verdict: z.enum(['approve', 'object']), text: reason.default('') }), output: Activity, changes, about: 'The review of a named role; the asker must hold it.' },
  decide: { input: at.extend({ approval: Approval, reason: reason.default(''), alias: z.string().optional(), serves: z.int().optional() }), output: z.object({ version: VersionInfo, serves: z.int().nullable() }), changes, about: 'Approves, rejects or reopens. Approving with unmet evidence needs a reason. When an approved version is rejected, `serves` names the approved one that takes its aliases: the one asked for, or the one that served before, or else the newest.' },
  inbox: { input: z.object({}), output: z.array(z.object({ version: VersionInfo, met: z.int(), of: z.int(), unmet: z.array(z.object({ state: Evidence.shape.state, title: z.string(), found: z.string() })) })), about: 'Versions that wait for a decision: those that production loads already first, then the oldest first.' },
  activity: { input: z.object({ model: z.string().optional(), version: z.int().optional(), before: z.int().optional(), limit: z.int().min(1).max(500).default(100) }), output: z.array(Activity), about: 'What was done, by whom and why, the newest first; nothing is ever taken out.' },
  export: { input: at.extend({ folder: z.string().min(1) }), output: z.object({ folder: z.string(), files: z.int(), bytes: z.int() }), changes, about: 'Copies the files of a version into a new folder of the workspace.' },
  compare: { input: z.object({ left: at, right: at }), output: z.object({ left: VersionDetail, right: VersionDetail }) },
  saveCard: { input: at.extend({ text: z.string().max(200_000).nullable() }), output: z.object({ text: z.string(), edited: z.boolean() }), changes, about: 'Keeps an edited model card; null goes back to the one made from the evidence.' },
  lineage: { input: at, output: Lineage, about: 'What a version was made from and what is made from it.' },
})
