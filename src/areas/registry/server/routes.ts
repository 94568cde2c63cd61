import { rawOf } from '#areas/files/server/raw.ts'
import { textAt } from '#areas/runs/server/artifact-handlers.ts'
import { implement } from '#wire/implement.ts'
import type { Handlers } from '#wire/implement.ts'
import { Problem } from '#wire/problem.ts'
import { registry as contract } from '../contract.ts'
import { copyTo, zipped } from './export.ts'
import { detailOf, evidenceFor, fileAt, filesAt, inboxOf, summaries, summaryOf } from './read.ts'
import { offeredName } from './offered-name.ts'
import { register } from './register.ts'
import type { Registry } from './store.ts'
import { versionNumber } from './checks.ts'
import { about } from './versions.ts'

export function registryRoutes({ registry }: { readonly registry: Registry }) {
  const app = implement(contract, { ...modelHandlers(registry), ...versionHandlers(registry), ...approvalHandlers(registry) })
  app.get('/registry/export', async (c) => {
    const { model = '', version = '' } = c.req.query()
    const at = { model, version: versionNumber(version) }
    const place = await filesAt(registry, at)
    return zipped(place, `${model}-v${at.version}`.replace(/[/\\]/g, '_'))
  })
  app.get('/registry/file', async (c) => {
    const { model = '', version = '', path = '', download } = c.req.query()
    const place = await fileAt(registry, { model, version: versionNumber(version), path })
    return rawOf(place, { range: c.req.header('range'), known: c.req.header('if-none-match'), download: download !== undefined, head: c.req.method === 'HEAD' })
  })
  return app
}

function modelHandlers(registry: Registry) {
  const { models, rows, facts, change } = registry
  return {
    models: ({ search }) => summaries(registry, search),
    model: ({ name }) => {
      const model = models.need(name)
      return { ...summaryOf(registry, model), policy: model.policy, all: rows.versionsOf(model.id).map(facts.info) }
    },
    createModel: ({ name, description }, { actor }) => summaryOf(registry, change(() => models.create({ name, description, by: actor.name }))),
    changeModel: ({ name, rename, description, setTags, dropTags }, { actor: { name: by } }) => summaryOf(registry, change(() => {
      if (description !== undefined) models.describe(name, description, by)
      for (const tag of setTags) models.setTag(name, tag, by)
      for (const key of dropTags) models.dropTag(name, key, by)
      return rename === undefined ? models.need(name) : models.rename(name, rename, by)
    })),
    deleteModel: ({ name }, { actor }) => change(() => models.remove(name, actor.name)),
    restoreModel: ({ name }, { actor }) => summaryOf(registry, change(() => models.restore(name, actor.name))),
    setPolicy: ({ model, policy }, { actor }) => change(() => models.setPolicy(model, policy, actor.name)),
    previewPolicy: async ({ model, policy }) => {
      const versions = rows.versionsOf(models.need(model).id).slice(0, 200)
      return Promise.all(versions.map(async (record) => ({ version: record.version, approval: record.approval, evidence: await evidenceFor(registry, record, policy) })))
    },
    gates: () => registry.gates().map(({ name, about: text }) => ({ name, about: text })),
  } satisfies Partial<Handlers<typeof contract>>
}

function versionHandlers(registry: Registry) {
  const { versions, facts, log, change } = registry
  return {
    nameFor: (source) => ({ name: offeredName(registry, source) }),
    register: async (input, { actor }) => facts.info(await register(registry, { ...input, by: actor.name })),
    import: async ({ path, ...rest }, { actor }) => facts.info(await registry.importFrom(path, { ...rest, by: actor.name })),
    version: (at) => detailOf(registry, at),
    file: async ({ limit, ...at }) => textAt(await fileAt(registry, at), limit),
    changeVersion: ({ description, stage, archiveOthers, setTags, dropTags, ...at }, { actor: { name: by } }) => facts.info(change(() => {
      if (description !== undefined) versions.describe(at, description, by)
      if (stage !== undefined) versions.stage(at, stage, { archiveOthers, by })
      for (const tag of setTags) versions.setTag(at, tag, by)
      for (const key of dropTags) versions.dropTag(at, key, by)
      return versions.need(at)
    })),
    deleteVersion: (at, { actor }) => {
      change(() => versions.remove(at, actor.name))
      return { deleted: true }
    },
    restoreVersion: (at, { actor }) => facts.info(change(() => versions.restore(at, actor.name))),
    setAlias: ({ alias, ...at }, { actor }) => facts.info(change(() => versions.setAlias(at, alias, actor.name))),
    dropAlias: ({ model, alias }, { actor }) => ({ dropped: change(() => versions.dropAlias(model, alias, actor.name)) }),
    saveCard: async ({ text, ...at }, { actor }) => {
      change(() => versions.saveCard(at, text, actor.name))
      return (await detailOf(registry, at)).card
    },
    export: async ({ folder, ...at }, { actor }) => {
      const copied = await copyTo({ place: await filesAt(registry, at), root: registry.root, folder })
      change(() => log.write({ by: actor.name, what: 'exported', ...about(versions.need(at)), text: `Exported version ${at.version} to “${copied.folder}”.` }))
      return copied
    },
    lineage: (at) => registry.lineage.of(versions.need(at)),
    compare: async ({ left, right }) => {
      const [a, b] = await Promise.all([detailOf(registry, left), detailOf(registry, right)])
      return { left: a, right: b }
    },
  } satisfies Partial<Handlers<typeof contract>>
}

function approvalHandlers(registry: Registry) {
  const { approval, models, versions, facts, log, change } = registry
  return {
    comment: ({ text, ...at }, { actor }) => change(() => approval.comment(at, text, actor.name)),
    review: ({ role, verdict, text, ...at }, { actor }) => change(() => approval.review(at, { role, verdict, text, actor })),
    decide: async ({ alias, ...decision }, { actor }) => {
      const record = versions.need(decision)
      const evidence = await evidenceFor(registry, record, models.need(decision.model).policy)
      const { version, serves } = change(() => approval.decide({ ...decision, alias, evidence, by: actor.name }))
      return { version: facts.info(version), serves }
    },
    inbox: () => inboxOf(registry),
    activity: ({ model, version, before, limit }) => {
      if (version !== undefined && model === undefined) throw new Problem('invalid', 'Say whose version is meant.', 'model')
      return log.list({ model: model === undefined ? undefined : models.need(model).id, version, before, limit })
    },
  } satisfies Partial<Handlers<typeof contract>>
}
