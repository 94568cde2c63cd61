import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { Artifacts } from '#areas/runs/server/artifacts.ts'
import { diskProblem, exists, insideOf, makeFolder, syncFolder, writeAtomic } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import { onnxOf } from '../domain/onnx.ts'
import type { OnnxModel } from '../domain/onnx.ts'
import type { Signature } from '#areas/runs/domain/signature.ts'
import type { VersionInfo } from '../domain/registered.ts'
import { withBytes } from './open-bytes.ts'
import { isPickled } from './pickled.ts'
import { filesOf } from './walk.ts'
import type { Found } from './walk.ts'

export interface Imported { readonly uri: string; readonly bytes: number; readonly origin: Extract<VersionInfo['origin'], 'folder' | 'onnx' | 'pickle'> }

type Source = Pick<Imported, 'origin'> & { readonly files: readonly Found[]; readonly onnx?: OnnxModel }

const home = 'mlflow-artifacts:/imported'

/** Copies a model of the workspace among the artifacts, where clients can load it from; the same content is kept once. */
export async function importModel({ root, artifacts, path }: { readonly root: string; readonly artifacts: Pick<Artifacts, 'placeOf'>; readonly path: string }): Promise<Imported> {
  const source = await sourceOf(await insideOf(root, path), path)
  const stage = await artifacts.placeOf(home, `.part-${randomUUID()}`)
  try {
    const hash = await copyInto(stage, source.files)
    if (source.onnx) await describeOnnx(stage, source.files[0]?.path ?? '', source.onnx)
    const uri = `${home}/${hash.slice(0, 32)}`
    const place = await artifacts.placeOf(uri)
    if (!(await exists(place))) await adopt(stage, place)
    const kept = await filesOf(place)
    return { uri, origin: source.origin, bytes: kept.reduce((sum, { bytes }) => sum + bytes, 0) }
  } catch (error) {
    throw diskProblem(error, path)
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}

async function sourceOf(place: string, path: string): Promise<Source> {
  const facts = await stat(place).catch((error: unknown) => { throw diskProblem(error, path) })
  if (facts.isDirectory()) {
    const files = await filesOf(place)
    const model = files.find((file) => file.path === 'MLmodel')
    if (!model) throw new Problem('invalid', `“${path}” is no model folder: it has no file called MLmodel. Choose the folder that holds one, an ONNX file or a pickled file.`, 'path')
    await mustBeYaml(model)
    return { origin: 'folder', files }
  }
  if (!facts.isFile()) throw new Problem('invalid', `“${path}” is no plain file and is not opened.`, 'path')
  const files = [{ path: basename(place), place, bytes: facts.size, modified: facts.mtime, mode: facts.mode }]
  const onnx = withBytes(place, onnxOf)
  if (onnx) return { origin: 'onnx', files, onnx }
  if (/\.onnx$/i.test(place)) throw new Problem('invalid', `“${path}” is called an ONNX file, but its bytes are none; it may be cut off.`, 'path')
  if (isPickled(place)) return { origin: 'pickle', files }
  throw new Problem('invalid', `“${path}” is neither an MLmodel folder, an ONNX file nor a pickled model.`, 'path')
}

async function mustBeYaml({ place, bytes }: Found): Promise<void> {
  const file = await open(place)
  try {
    const text = bytes > 5_000_000 ? '' : (await file.readFile('utf8'))
    const yaml: unknown = parse(text, { maxAliasCount: 20 })
    if (typeof yaml !== 'object' || yaml === null) throw new Problem('invalid', 'Its file MLmodel is not written as MLflow writes it.', 'path')
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('invalid', 'Its file MLmodel is no YAML that can be read.', 'path')
  } finally {
    await file.close()
  }
}

/** Copies and flushes; the hash is over the paths and contents in order. */
async function copyInto(stage: string, files: readonly Found[]): Promise<string> {
  const all = createHash('sha256')
  for (const { path, place } of files) {
    await makeFolder(dirname(join(stage, path)))
    const own = createHash('sha256')
    const out = await open(join(stage, path), 'wx')
    try {
      for await (const part of createReadStream(place, { highWaterMark: 1024 * 1024 })) {
        own.update(part)
        await out.writeFile(part)
      }
      await out.sync()
    } finally {
      await out.close()
    }
    all.update(`${path}\0${own.digest('hex')}\n`)
  }
  return all.digest('hex')
}

async function adopt(stage: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true })
  await rename(stage, place).catch(async (error: unknown) => { if (!(await exists(place))) throw error })
  await syncFolder(dirname(place))
}

/** The MLmodel that MLflow's own onnx flavor would have written, so that clients can load the file. */
async function describeOnnx(stage: string, file: string, { signature, opset, producer }: OnnxModel): Promise<void> {
  const model = {
    flavors: { onnx: { data: file, providers: ['CPUExecutionProvider'] }, python_function: { data: file, loader_module: 'mlflow.onnx', env: { virtualenv: 'python_env.yaml' } } },
    ...(tensorsOnly(signature) ? { signature: { inputs: specs(signature.inputs), outputs: specs(signature.outputs), params: null } } : {}),
    metadata: { opset, producer },
  }
  await writeAtomic(join(stage, 'MLmodel'), stringify(model, { lineWidth: 0 }))
  await writeAtomic(join(stage, 'requirements.txt'), 'mlflow\nonnx\nonnxruntime\n')
  await writeAtomic(join(stage, 'python_env.yaml'), 'dependencies:\n- -r requirements.txt\n')
}

/** MLflow has no word for sequences and maps, so that a signature with one is left out. */
function tensorsOnly({ inputs, outputs }: Signature): boolean {
  return [...inputs, ...outputs].every(({ shape, type }) => shape !== null && /^(u?int\d+|float\d+|bool|str)$/.test(type))
}

function specs(fields: Signature['inputs']): string {
  return JSON.stringify(fields.map(({ name, type, shape }) => ({ name, type: 'tensor', 'tensor-spec': { dtype: type, shape } })))
}
