import { execFile } from 'node:child_process'

export interface Said { readonly code: number; readonly out: string; readonly err: string }

/** Runs a small command to its end; never throws: a command that is not there answers code 127. */
export function said(command: string, args: readonly string[], { timeout = 15_000, cwd }: { readonly timeout?: number; readonly cwd?: string } = {}): Promise<Said> {
  return new Promise((resolve) => {
    execFile(command, [...args], { timeout, maxBuffer: 32 * 1024 * 1024, env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' }, ...(cwd ? { cwd } : {}) }, (error, out, err) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 127) : 0
      resolve({ code, out, err })
    })
  })
}
