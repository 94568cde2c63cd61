import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plural } from '#lib/words.ts'
import { exists, makeFolder, writeAtomic } from '#node/files.ts'
import { normalisedProject } from '../domain/key.ts'
import { indexesIn } from '../domain/uv-lock.ts'
import { bytesUnder, packagesOf, pythonIn } from './built.ts'
import { lockName } from './declared.ts'
import { manifestName, Plan } from './plan.ts'
import type { Manifest } from './plan.ts'
import { said } from './run.ts'
import { findUv } from './tools.ts'
import { takeTurn } from './turn.ts'
import { lockPart } from './wanted.ts'

/** The builder: `node builder.ts PLAN.json`. Prints what it does; a phase begins with `==>`. */
async function main(): Promise<number> {
  const plan = Plan.parse(JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')))
  await makeFolder(join(plan.home, 'environments'))
  const turn = await takeTurn(`${plan.folder}.lock`, (pid) => tell(0, `Waiting for another build of the same environment (process ${pid})`))
  try {
    return await built(plan)
  } finally {
    await turn.release()
  }
}

async function built(plan: Plan): Promise<number> {
  const began = performance.now()
  if (!plan.again && (await exists(join(plan.folder, manifestName)))) {
    await tell(1, 'Built already, by another workspace or in the meantime')
    return 0
  }
  await tell(0.02, 'Clearing what an earlier build left')
  await rm(plan.folder, { recursive: true, force: true })
  const uv = await uvFor(plan)
  const code = (await made(plan, uv)) || (await installed(plan, uv))
  if (code !== 0) {
    await rm(plan.folder, { recursive: true, force: true })
    return code
  }
  await tell(0.95, 'Writing the lock')
  const packages = await packagesOf(pythonIn(plan.folder))
  const manifest: Manifest = {
    name: plan.name, key: plan.key, parts: plan.parts, python: plan.python, built: new Date().toISOString(), seconds: Math.round((performance.now() - began) / 100) / 10,
    bytes: await bytesUnder(plan.folder), packages, lock: packages.map(({ name, version }) => `${name}==${version}`).join('\n'),
  }
  await writeAtomic(join(plan.folder, manifestName), JSON.stringify(manifest))
  await tell(1, `Ready: ${plural(packages.length, 'package')} in ${manifest.seconds} s`)
  return 0
}

/** uv, fetched from the package index into a tools environment where the machine has none; undefined where only pip is left. */
async function uvFor({ home, python }: Plan): Promise<string | undefined> {
  const here = await findUv(home)
  if (here) return here
  await tell(0.05, 'Fetching uv, the installer; this happens once')
  const turn = await takeTurn(join(home, 'tools.lock'), (pid) => tell(0.05, `Waiting for process ${pid}, which fetches uv`))
  try {
    const tools = join(home, 'tools')
    if ((await ran(python, ['-m', 'venv', tools])) === 0 && (await ran(pythonIn(tools), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'uv'])) === 0) return await findUv(home)
    await rm(tools, { recursive: true, force: true })
    console.log('uv could not be fetched: going on with pip.')
    return undefined
  } finally {
    await turn.release()
  }
}

async function made({ folder, python }: Plan, uv: string | undefined): Promise<number> {
  await tell(0.1, 'Making the environment')
  return uv ? ran(uv, ['venv', '--no-config', '--python', python, folder]) : ran(python, ['-m', 'venv', folder])
}

async function installed(plan: Plan, uv: string | undefined): Promise<number> {
  const { folder, requirements, files, project } = plan
  if (project !== null) return installedProject(plan, uv)
  if (requirements === '') return 0
  const file = join(folder, 'requirements.txt')
  await writeFile(file, `${requirements}\n`)
  for (const { name, text } of files) await writeFile(join(folder, name), `${text}\n`)
  await tell(undefined, `Installing ${plural(requirements.split('\n').filter((line) => !line.startsWith('-')).length, 'requirement')}`)
  const python = pythonIn(folder)
  return uv ? ran(uv, ['pip', 'install', '--python', python, '-r', file]) : ran(python, ['-m', 'pip', 'install', '--disable-pip-version-check', '--progress-bar', 'off', '-r', file])
}

async function installedProject({ folder, project, parts }: Plan, uv: string | undefined): Promise<number> {
  const home = project ?? ''
  if (!uv) {
    console.log('A pyproject.toml needs uv, which could not be fetched. Declare the packages in a requirements.txt, or install uv.')
    return 1
  }
  const [text, lock] = await Promise.all(['pyproject.toml', lockName].map((name) => readFile(join(home, name), 'utf8').catch(() => '')))
  if (normalisedProject(text ?? '') !== parts.requirements || lockPart(lock ?? '') !== parts.lock) {
    console.log('What the project declares changed while this build waited. Build it again.')
    return 1
  }
  const python = pythonIn(folder)
  if (parts.lock === '') {
    await tell(undefined, 'Installing what the project declares')
    return ran(uv, ['pip', 'install', '--directory', home, '--python', python, '-r', 'pyproject.toml'])
  }
  await tell(undefined, 'Installing what uv.lock pins')
  if (await isOutdated({ uv, python, home, lock: lock ?? '' })) {
    console.log('uv.lock does not fit pyproject.toml any more.')
    return 1
  }
  return ran(uv, ['sync', '--frozen', '--no-install-project', '--python', python, '--project', home], { UV_PROJECT_ENVIRONMENT: folder })
}

/** Whether the lock answers other requirements than the project's, asked without a network and of the indexes that it was made with. What uv cannot tell counts as fitting. */
async function isOutdated({ uv, python, home, lock }: { readonly uv: string; readonly python: string; readonly home: string; readonly lock: string }): Promise<boolean> {
  const [first, ...others] = indexesIn(lock)
  const { code, err } = await said(uv, ['lock', '--check', '--offline', '--python', python, '--cache-dir', uvCache(), '--project', home, ...(first === undefined ? [] : ['--default-index', first]), ...others.flatMap((url) => ['--index', url])], { timeout: 60_000 })
  return code !== 0 && /needs to be updated|No solution found/.test(err)
}

/** Streams the output of a command into the log; its exit code. */
function ran(command: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<number> {
  const env = { ...process.env, ...variables, UV_PYTHON_DOWNLOADS: 'never', UV_NO_PROGRESS: '1', UV_COMPILE_BYTECODE: '1', NO_COLOR: '1', PYTHONUNBUFFERED: '1', UV_CACHE_DIR: uvCache() }
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { stdio: ['ignore', 'inherit', 'inherit'], env })
    child.on('exit', (code) => resolve(code ?? 1))
    child.on('error', (error) => { console.log(error.message); resolve(127) })
  })
}

function uvCache(): string {
  return join(process.env.ATELIER_BUILD_HOME ?? '', 'uv')
}

/** A phase: in the log, and for the progress bar; without a share while the installer does not say how far it is. */
async function tell(share: number | undefined, phase: string): Promise<void> {
  console.log(`==> ${phase}`)
  if (process.env.ATELIER_PROGRESS) await writeFile(process.env.ATELIER_PROGRESS, `${share ?? ''} ${phase}\n`).catch(() => {})
}

process.exitCode = await main().catch(async (error: unknown) => {
  console.log(error instanceof Error ? error.message : String(error))
  const disk = await said('df', ['-h', process.env.ATELIER_BUILD_HOME ?? '.'])
  console.log(disk.out.trim())
  return 1
})
