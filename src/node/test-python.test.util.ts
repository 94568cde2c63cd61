import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Pinned, so that a comparison fails because of us and not because of a release. */
const packages = ['pandas==3.1.1', 'polars==2.1.0', 'pyarrow==26.0.1']

/** The environment made for the tests, cached between runs; undefined, said aloud, where there is no Python. */
export function testPython(): string | undefined {
  return environmentOf({ name: 'atelier-test-python', install: packages, without: 'the generated pandas and polars code is not run' })
}

/** MLflow with scikit-learn, every package pinned, so that nothing has to be resolved. */
export function testMlflow(): string | undefined {
  const requirements = join(import.meta.dirname, '..', 'protocols', 'mlflow', 'client', 'requirements.txt')
  return environmentOf({ name: 'atelier-test-mlflow', install: ['--no-deps', '-r', requirements], without: 'the real mlflow client is not run' })
}

/** A Python without packages; undefined, said aloud, where there is none. */
export function plainPython(): string | undefined {
  const base = ['python3.11', 'python3', 'python'].find(works)
  if (base) return execFileSync(base, ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim()
  console.warn('No Python here: what runs in Python is not run. Install Python 3.11 to run these tests.')
  return undefined
}

function environmentOf({ name, install, without }: { readonly name: string; readonly install: readonly string[]; readonly without: string }): string | undefined {
  const home = join(process.cwd(), 'node_modules', '.cache', name)
  const python = join(home, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  if (existsSync(join(home, 'ready'))) return python
  const base = ['python3.11', 'python3', 'python'].find(works)
  if (!base) {
    console.warn(`No Python here: ${without}. Install Python 3.11 to run these tests.`)
    return undefined
  }
  mkdirSync(home, { recursive: true })
  execFileSync(base, ['-m', 'venv', home])
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...install], { stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync(python, ['-c', `open(${JSON.stringify(join(home, 'ready'))}, 'w').close()`])
  return python
}

function works(command: string): boolean {
  try {
    execFileSync(command, ['-c', 'import venv, sys; assert sys.version_info >= (3, 11)'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const loop = `
import sys, json, traceback
import pandas, polars, pyarrow
for line in sys.stdin:
    scope = {}
    try:
        exec(compile(json.loads(line), "generated.py", "exec"), scope)
        df = scope["df"]
        if isinstance(df, pandas.DataFrame):
            table = pyarrow.Table.from_pandas(df, preserve_index=False)
        else:
            table = df.to_arrow()
        pyarrow.parquet.write_table(table, scope["_out"])
        print(json.dumps({"ok": True}), flush=True)
    except BaseException:
        print(json.dumps({"ok": False, "error": traceback.format_exc()}), flush=True)
`

/** One warm interpreter that runs scripts in turn; each leaves \`df\`, written as Parquet to the path given. */
export function openPython(command: string) {
  const child = spawn(command, ['-c', `import pyarrow.parquet\n${loop}`], { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting: ((line: string) => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line))
  async function run(script: string, out: string): Promise<void> {
    const answered = new Promise<string>((resolve) => waiting.push(resolve))
    child.stdin.write(`${JSON.stringify(`_out = ${JSON.stringify(out)}\n${script}`)}\n`)
    const { ok, error } = JSON.parse(await answered)
    if (!ok) throw new Error(`${error}\nin\n${script}`)
  }
  return { run, close: () => child.stdin.end() }
}
