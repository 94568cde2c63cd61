import type { Files } from '#areas/files/server/store.ts'
import { implement } from '#wire/implement.ts'
import { Problem } from '#wire/problem.ts'
import { environments as contract } from '../contract.ts'
import { packageKey, packagesCompared } from '../domain/compare.ts'
import type { EnvironmentSummary, InstalledPackage } from '../domain/environment.ts'
import { declaredNames } from '../domain/requirements.ts'
import { packagesOf } from './built.ts'
import { findInterpreters, interpreterAt } from './interpreters.ts'
import type { Environments } from './store.ts'
import { findUv } from './tools.ts'
import { noPython } from './wanted.ts'

export function environmentsRoutes({ environments, files, root }: { readonly environments: Environments; readonly files: Files; readonly root: string }) {
  return implement(contract, {
    list: async () => {
      const [python] = (await findInterpreters(root, environments.probes)).filter(({ usable }) => usable)
      const all = await Promise.all((await environments.names()).map((name) => environments.summary(name)))
      return { environments: all, tools: { python: python?.version ?? null, uv: (await findUv(environments.home)) ?? null, note: python ? '' : noPython } }
    },
    get: ({ name }) => full(environments, name),
    save: async ({ declared, create }) => {
      if (create && (await environments.names()).includes(declared.name)) throw new Problem('conflict', `There is already an environment “${declared.name}”. Choose another name.`, 'declared.name')
      await environments.declared.write(declared)
      return environments.summary(declared.name)
    },
    delete: async ({ name }, { actor }) => {
      const before = await environments.summary(name)
      const gone = await environments.remove(name)
      const trashed = (await environments.declared.has(name)) ? await files.trash([`environments/${name}`], actor.name) : []
      return { freed: gone ? (before.bytes ?? 0) : 0, trashed: trashed.map(({ id }) => id) }
    },
    build: async ({ name, again }, { actor }) => {
      const job = await environments.ensure(name, actor.name, again)
      if (!job) throw new Problem('conflict', `“${name}” is built already. Ask for a build anew if it seems broken.`)
      return job
    },
    uses: ({ name, limit }) => environments.uses(name, limit),
    interpreters: () => findInterpreters(root, environments.probes),
    adopt: async ({ name, path }, { actor }) => {
      if ((await environments.names()).includes(name)) throw new Problem('conflict', `There is already an environment “${name}”. Choose another name.`, 'name')
      const found = await interpreterAt(path, environments.probes)
      if (!found) throw new Problem('invalid', `“${path}” is no Python: it is not there or does not start. Give the path of an interpreter, such as …/bin/python, or the folder of a venv.`, 'path')
      if (!found.usable) throw new Problem('invalid', found.note, 'path')
      environments.adopt(name, found.path, actor.name)
      return environments.summary(name)
    },
    compare: async ({ left, right }) => packagesCompared(await packagesIn(environments, left), await packagesIn(environments, right)),
    prune: (asked) => environments.prune(asked),
  })
}

async function full(environments: Environments, name: string) {
  const summary = await environments.summary(name)
  const declared = summary.kind === 'adopted' ? null : await environments.declaredOf(name)
  return {
    ...summary, declared, unsetSecrets: (declared?.secrets ?? []).filter((secret) => process.env[secret] === undefined), ...(await keysOf(environments, name, summary)),
    path: (await environments.declared.has(name)) ? `environments/${name}` : null,
    packages: await packagesIn(environments, name, declared ? await environments.declared.namedBy(declared) : ''),
  }
}

/** What it would be built from now, and what it was built from last. */
async function keysOf(environments: Environments, name: string, { key, kind, interpreter }: EnvironmentSummary) {
  if (key === null || kind === 'adopted') return { lock: null, platform: (interpreter === null ? undefined : await environments.probes.probe(interpreter))?.tag ?? null, parts: null, builtFrom: null }
  const manifest = await environments.manifest(key)
  const last = manifest ?? (await environments.lastGood(name))?.manifest
  const { parts } = await environments.wanted(name)
  return { lock: manifest?.lock ?? null, platform: parts.platform, parts, builtFrom: last?.parts ?? null }
}

async function packagesIn(environments: Environments, name: string, requirements = ''): Promise<InstalledPackage[]> {
  const { key, interpreter, kind } = await environments.summary(name)
  const wanted = declaredNames(requirements)
  const found = kind === 'adopted' ? (interpreter ? await packagesOf(interpreter) : []) : ((key === null ? undefined : await environments.manifest(key))?.packages ?? [])
  return found.map((one) => ({ ...one, declared: wanted.has(packageKey(one.name)) }))
}
