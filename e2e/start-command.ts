import { training } from '#areas/training/contract.ts'
import { ask } from './ask.ts'
import type { Server } from './server.ts'

/** Starts a command with the programs of this machine; answers its job. */
export async function startCommand(server: Server, { title, script, ...more }: { readonly title: string; readonly script: string; readonly retries?: { readonly count: number; readonly waitSeconds: number }; readonly variables?: Record<string, string>; readonly tags?: Record<string, string> }): Promise<string> {
  const { started: [one] } = await ask(server, training.start, { spec: { title, command: ['sh', '-c', script], environment: '', track: false, resources: { cpu: 0.5 }, ...more } })
  if (!one) throw new Error('Nothing was started.')
  return one.job
}

/** Prints colours, a bar that rewrites its line, many lines, and then waits for the file `go`. */
export const talkative = String.raw`printf '\033[31mred alert\033[0m plain\n'; i=0; while [ $i -le 100 ]; do printf '\rstep %d%%' $i; i=$((i+10)); done; echo; seq 1 3000 | sed 's/^/line /'; while [ ! -e go ]; do sleep 0.05; done; echo gone on; while :; do sleep 0.1; done`
