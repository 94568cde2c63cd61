import { userInfo } from 'node:os'
import { basename, join } from 'node:path'
import type { Workspace } from '../contract.ts'
import { gitOf } from './git.ts'
import { openMachine } from './machine.ts'
import { openRecents } from './recents.ts'
import { openSessions, schema } from './sessions.ts'
import { openSettings } from './settings.ts'
import { given } from '#lib/given.ts'
import type { Sqlite } from '#node/sqlite.ts'
import type { Events } from '#wire/events.ts'

export type Workspaces = ReturnType<typeof openWorkspaces>

export interface WorkspacesNeeds {
  readonly root: string
  readonly sqlite: Sqlite
  readonly events: Events
}

/** Sessions, settings and what is known of the folder that is open. */
export function openWorkspaces({ root, sqlite, events }: WorkspacesNeeds) {
  sqlite.migrate('workspaces', schema)
  const settings = openSettings(join(root, '.atelier', 'settings.json'))
  const close = settings.tellChanges(events)

  async function workspace(): Promise<Workspace> {
    return { name: basename(root) || root, path: root, user: userName(), ...given({ git: await gitOf(root) }) }
  }

  return { workspace, settings, sessions: openSessions(sqlite), recents: openRecents(sqlite), machine: openMachine(), close }
}

/** A user without an entry in the system's list has no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'local'
  }
}
