import { dirname } from 'node:path'
import { parseArgs } from 'node:util'

export interface Flags {
  readonly workspace: string
  readonly port: number
  readonly host: string
  readonly token: string | undefined
  readonly open: boolean
  readonly auth: boolean
  readonly backendStoreUri: string | undefined
  readonly defaultArtifactRoot: string | undefined
  readonly artifactsDestination: string | undefined
  /** Started as `mlflow server` is: on a database file, for scripts; no sample is laid out and no browser opened. */
  readonly standsIn: boolean
}

type Env = Readonly<Record<string, string | undefined>>
type Said = { readonly say: string; readonly exit: number }

const options = {
  port: { type: 'string' }, host: { type: 'string' }, token: { type: 'string' }, 'no-open': { type: 'boolean' }, 'no-auth': { type: 'boolean' },
  'backend-store-uri': { type: 'string' }, 'default-artifact-root': { type: 'string' }, 'artifacts-destination': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** What the command line and the ATELIER_… variables say; a `say` is help or a mistake, to be printed. */
export function readFlags(args: readonly string[], env: Env): Flags | Said {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    if (values.help) return { say: help, exit: 0 }
    if (positionals.length > 1) return mistake(`Only one workspace can be opened, but there are ${positionals.length}: ${positionals.join(', ')}.`)
    const said = (name: Exclude<keyof typeof values, 'no-open' | 'no-auth' | 'help'>) => values[name] ?? (env[`ATELIER_${name.toUpperCase().replaceAll('-', '_')}`] || undefined)
    const backend = said('backend-store-uri')
    return checked({
      workspace: positionals[0] ?? (env.ATELIER_WORKSPACE || usualWorkspace(backend)),
      port: said('port') ?? '4400',
      host: said('host') ?? '127.0.0.1',
      token: said('token'),
      open: backend === undefined && !(values['no-open'] ?? isYes(env.ATELIER_NO_OPEN)),
      auth: !(values['no-auth'] ?? isYes(env.ATELIER_NO_AUTH)),
      backendStoreUri: backend,
      defaultArtifactRoot: said('default-artifact-root'),
      artifactsDestination: said('artifacts-destination'),
      standsIn: backend !== undefined,
    })
  } catch (error) {
    return mistake(error instanceof Error ? error.message : String(error))
  }
}

function checked(flags: Omit<Flags, 'port'> & { readonly port: string }): Flags | Said {
  if (!/^\d{1,5}$/.test(flags.port) || Number(flags.port) > 65_535) return mistake(`--port wants a number from 0 to 65535, not “${flags.port}”.`)
  const { backendStoreUri: backend } = flags
  if (backend !== undefined && !/^sqlite:\/\/\/.+/.test(backend)) return mistake(`--backend-store-uri wants sqlite:///FILE, not “${backend}”.`)
  const { artifactsDestination: destination } = flags
  if (destination !== undefined && /^(?!file:)[a-z][a-z0-9+.-]+:/i.test(destination)) return mistake(`--artifacts-destination wants a folder or file:///FOLDER, not “${destination}”.`)
  return { ...flags, port: Number(flags.port) }
}

/** The file that `sqlite:///FILE` names. */
export function storeFile(uri: string): string {
  return uri.replace(/^sqlite:\/\/\//, '').replace(/\?.*$/, '')
}

function usualWorkspace(backend: string | undefined): string {
  return backend === undefined ? './workspace' : dirname(storeFile(backend))
}

function isYes(word: string | undefined): boolean {
  return /^(1|true|yes)$/i.test(word ?? '')
}

function mistake(sentence: string): Said {
  return { say: `${sentence}\nSee npm start -- --help.`, exit: 2 }
}

const help = `Atelier, an ML studio on your own machine.

  npm start -- [WORKSPACE] [options]

  WORKSPACE                     the folder to work in           ./workspace   ATELIER_WORKSPACE
  --port N                      0 picks a free one              4400          ATELIER_PORT
  --host H                      address to listen on            127.0.0.1     ATELIER_HOST
  --token T                     serve Authorization: Bearer T; else the token
                                in .atelier/token, made at first start        ATELIER_TOKEN
  --no-auth                     ask nobody for credentials                    ATELIER_NO_AUTH
  --no-open                     do not open the browser                       ATELIER_NO_OPEN
  --backend-store-uri URI       sqlite:///FILE for runs; without WORKSPACE the
                                folder of FILE is opened, and no browser      ATELIER_BACKEND_STORE_URI
  --default-artifact-root URI   where new artifacts go                        ATELIER_DEFAULT_ARTIFACT_ROOT
  --artifacts-destination URI   what the artifact proxy serves                ATELIER_ARTIFACTS_DESTINATION
  --help                        this text`
