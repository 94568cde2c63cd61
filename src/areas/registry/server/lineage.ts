import type { Datasets } from '#areas/datasets/server/store.ts'
import { Problem } from '#wire/problem.ts'
import type { Lineage, VersionDetail } from '../domain/registered.ts'
import type { openFacts } from './facts.ts'
import type { VersionRecord } from './records.ts'
import type { Rows } from './rows.ts'

type Node = Lineage['nodes'][number]
type Edge = Lineage['edges'][number]
interface Part { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] }

interface Asked { readonly python: string | null; readonly requirements: readonly string[] }

/** Longest chain of data set versions followed upwards. */
const deepest = 50

/** Up: data, its parents and recipes, the run, its code and environment, the logged model. Down: the versions copied from this one, and who shares its logged model. */
export function openLineage({ rows, facts, datasets }: { readonly rows: Rows; readonly facts: ReturnType<typeof openFacts>; readonly datasets: Datasets }) {
  async function of(record: VersionRecord): Promise<Lineage> {
    const self = versionNode(record)
    const [folder, used] = await Promise.all([facts.folderOf(record), facts.datasetsOf(record)])
    const run = facts.runOf(record.run)
    const target = run ? `run:${record.run}` : self.id
    return merged([
      { nodes: [self], edges: [] }, madeBy(record, self.id), codeOf(run?.tags ?? [], { run: record.run, to: target }),
      environmentOf(folder, { record, name: run?.tags.find(({ key }) => key === 'atelier.environment')?.value, target }), ...await Promise.all(used.map((one) => dataOf(one, target))), copies(record, self.id),
    ])
  }

  /** Run and logged model above a version. */
  function madeBy(record: VersionRecord, self: string): Part {
    const run = facts.runOf(record.run)
    const logged = facts.modelOf(record.loggedModel)
    const runNode: Node[] = run ? [{ id: `run:${record.run}`, kind: 'run', label: run.info.name, note: run.info.status.toLowerCase(), open: { panel: 'run', params: { run: record.run } } }] : []
    const modelNode: Node[] = logged ? [{ id: `model:${logged.id}`, kind: 'loggedModel', label: logged.name, note: logged.id, open: logged.run ? { panel: 'run', params: { run: logged.run, tab: 'artifacts' } } : null }] : []
    const chain = [...runNode, ...modelNode].map(({ id }) => id)
    return { nodes: [...runNode, ...modelNode], edges: chain.map((from, i) => ({ from, to: chain[i + 1] ?? self, label: chain[i + 1] === undefined && logged ? 'registered' : 'logged' })) }
  }

  async function dataOf({ name, digest, context, dataset, datasetVersion }: VersionDetail['datasets'][number], target: string): Promise<Part> {
    if (dataset === null || datasetVersion === null) {
      const id = `input:${name}:${digest}`
      return { nodes: [{ id, kind: 'dataset', label: name, note: `${digest}, not in this workspace`, open: null }], edges: [{ from: id, to: target, label: context ?? 'read' }] }
    }
    const id = `data:${dataset}:${datasetVersion}`
    const above = await ancestors(dataset, datasetVersion, 0)
    return { nodes: above.nodes, edges: [...above.edges, { from: id, to: target, label: context ?? 'read' }] }
  }

  async function ancestors(dataset: string, number: number, depth: number): Promise<Part> {
    const id = `data:${dataset}:${number}`
    const found = await datasets.get(dataset, number).catch((error: unknown) => { if (error instanceof Problem) return undefined; throw error })
    if (!found) return { nodes: [{ id, kind: 'dataset', label: `${dataset} v${number}`, note: 'gone', open: null }], edges: [] }
    const { parent, recipePath, rows: count } = found.version
    const self: Node = { id, kind: 'dataset', label: `${dataset} v${number}`, note: `${count.toLocaleString('en-US')} rows`, open: { panel: 'dataset', params: { dataset, version: String(number) } } }
    if (!parent || depth >= deepest) return { nodes: [self], edges: [] }
    const above = await ancestors(parent.dataset, parent.version, depth + 1)
    const from = `data:${parent.dataset}:${parent.version}`
    const recipe = recipePath === null ? undefined : { id: `recipe:${recipePath}`, kind: 'recipe' as const, label: recipePath.split('/').at(-1) ?? recipePath, note: recipePath, open: { panel: 'wrangler', params: { path: recipePath } } }
    const edges = recipe ? [{ from, to: recipe.id, label: 'read' }, { from: recipe.id, to: id, label: 'made' }] : [{ from, to: id, label: 'made' }]
    return { nodes: [self, ...(recipe ? [recipe] : []), ...above.nodes], edges: [...above.edges, ...edges] }
  }

  /** Versions that were registered from this one, or from the same logged model. */
  function copies(record: VersionRecord, self: string): Part {
    const others = rows.sharing(record).filter((one) => one.modelId !== record.modelId || one.version !== record.version)
    const name = `models:/${record.model}/${record.version}`
    return {
      nodes: others.map(versionNode),
      edges: others.map((one) => (one.source === name ? { from: self, to: versionNode(one).id, label: 'copied' } : { from: `model:${record.loggedModel}`, to: versionNode(one).id, label: 'registered' })),
    }
  }

  return { of }
}

function versionNode({ model, version, approval }: VersionRecord): Node {
  return { id: `version:${model}:${version}`, kind: 'version', label: `${model} v${version}`, note: approval, open: { panel: 'modelVersion', params: { model, version: String(version) } } }
}

/** A run that the studio started keeps its code, whether or not there is a commit. */
function codeOf(tags: readonly { readonly key: string; readonly value: string }[], { run, to }: { readonly run: string; readonly to: string }): Part {
  const said = (key: string) => tags.find((tag) => tag.key === key)?.value
  const commit = said('mlflow.source.git.commit')
  const source = said('mlflow.source.name')
  if (commit === undefined && source === undefined) return { nodes: [], edges: [] }
  const notes = [commit && `commit ${commit.slice(0, 8)}`, said('atelier.job') && 'kept with the run'].filter(Boolean)
  const node: Node = { id: `code:${to}`, kind: 'code', label: source?.split(/[/\\]/).at(-1) ?? 'code', note: notes.join(', ') || 'no commit recorded', open: { panel: 'run', params: { run, tab: 'code' } } }
  return { nodes: [node], edges: [{ from: node.id, to, label: 'ran' }] }
}

/** Above the run and by its name where the studio chose it, else what the model asks for. */
function environmentOf(folder: Asked | undefined, { record, name, target }: { readonly record: VersionRecord; readonly name: string | undefined; readonly target: string }): Part {
  const self = versionNode(record).id
  const id = `environment:${self}`
  const { python, requirements } = folder ?? { python: null, requirements: [] }
  const version = python === null ? [] : [`Python ${python}`]
  if (name !== undefined) {
    return { nodes: [{ id, kind: 'environment', label: name, note: version[0] ?? 'of this workspace', open: { panel: 'run', params: { run: record.run, tab: 'code' } } }], edges: [{ from: id, to: target, label: 'ran in' }] }
  }
  if (version.length + requirements.length === 0) return { nodes: [], edges: [] }
  const note = `${requirements.length} ${requirements.length === 1 ? 'requirement' : 'requirements'}`
  return { nodes: [{ id, kind: 'environment', label: version[0] ?? 'Environment', note, open: { panel: 'modelVersion', params: { model: record.model, version: String(record.version), tab: 'files' } } }], edges: [{ from: id, to: self, label: 'needs' }] }
}

function merged(parts: readonly Part[]): Lineage {
  const nodes = [...new Map(parts.flatMap((part) => part.nodes).map((node) => [node.id, node])).values()]
  const known = new Set(nodes.map(({ id }) => id))
  const edges = [...new Map(parts.flatMap((part) => part.edges).map((edge) => [`${edge.from}\n${edge.to}`, edge])).values()]
  return { nodes, edges: edges.filter(({ from, to }) => known.has(from) && known.has(to)) }
}
