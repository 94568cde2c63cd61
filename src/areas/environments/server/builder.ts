import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plural } from '#lib/words.ts'
import { exists, makeFolder, writeAtomic } from '#node/files.ts'
import { manifestName, Plan } from './plan.ts'
import type { Manifest } from './plan.ts'
import { bytesUnder, packagesOf, pythonIn } from './built.ts'
import { said } from './run.ts'
import { findUv } from './tools.ts'
import { takeTurn } from './turn.ts'

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
  const { folder, requirements, project } = plan
  if (project !== null) return installedProject(plan, uv)
  if (requirements === '') return 0
  const file = join(folder, 'requirements.txt')
  await writeFile(file, `${requirements}\n`)
  await tell(0.2, `Installing ${plural(requirements.split('\n').filter((line) => !line.startsWith('-')).length, 'requirement')}`)
  const python = pythonIn(folder)
  return uv ? ran(uv, ['pip', 'install', '--python', python, '-r', file]) : ran(python, ['-m', 'pip', 'install', '--disable-pip-version-check', '--progress-bar', 'off', '-r', file])
}

async function installedProject({ folder, project }: Plan, uv: string | undefined): Promise<number> {
  const home = project ?? ''
  await tell(0.2, 'Installing what the project declares')
  if (!uv) {
    console.log('A pyproject.toml needs uv, which could not be fetched. Declare the packages in a requirements.txt, or install uv.')
    return 1
  }
  if (await exists(join(home, 'uv.lock'))) return ran(uv, ['sync', '--frozen', '--no-install-project', '--project', home], { UV_PROJECT_ENVIRONMENT: folder })
  return ran(uv, ['pip', 'install', '--python', pythonIn(folder), '-r', join(home, 'pyproject.toml')])
}

/** Streams the output of a command into the log; its exit code. */
function ran(command: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<number> {
  const env = { ...process.env, ...variables, UV_PYTHON_DOWNLOADS: 'never', UV_NO_PROGRESS: '1', UV_COMPILE_BYTECODE: '1', NO_COLOR: '1', PYTHONUNBUFFERED: '1', UV_CACHE_DIR: join(process.env.ATELIER_BUILD_HOME ?? '', 'uv') }
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { stdio: ['ignore', 'inherit', 'inherit'], env })
    child.on('exit', (code) => resolve(code ?? 1))
    child.on('error', (error) => { console.log(error.message); resolve(127) })
  })
}

/** A phase: in the log, and for the progress bar. */
async function tell(share: number, phase: string): Promise<void> {
  console.log(`==> ${phase}`)
  if (process.env.ATELIER_PROGRESS) await writeFile(process.env.ATELIER_PROGRESS, `${share} ${phase}\n`).catch(() => {})
}

process.exitCode = await main().catch(async (error: unknown) => {
  console.log(error instanceof Error ? error.message : String(error))
  const disk = await said('df', ['-h', process.env.ATELIER_BUILD_HOME ?? '.'])
  console.log(disk.out.trim())
  return 1
})
