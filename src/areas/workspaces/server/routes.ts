import { workspaces as contract } from '../contract.ts'
import type { Connection } from '../contract.ts'
import type { Workspaces } from './store.ts'
import { implement } from '#wire/implement.ts'

export function workspacesRoutes({ workspaces, connection }: { readonly workspaces: Workspaces; readonly connection: () => Connection }) {
  const { sessions, settings, recents } = workspaces
  return implement(contract, {
    workspace: () => workspaces.workspace(),
    machine: () => workspaces.machine(),
    connection,
    sessions: () => ({ sessions: sessions.list() }),
    desk: ({ session }) => ({ desk: sessions.desk(session) }),
    saveDesk: ({ session, desk, closed }) => sessions.save(session, desk, closed),
    createSession: ({ name }) => nothing(sessions.create(name)),
    cloneSession: ({ from, as }) => nothing(sessions.clone(from, as)),
    renameSession: ({ from, as }) => nothing(sessions.rename(from, as)),
    deleteSession: ({ name }) => nothing(sessions.remove(name)),
    settings: async () => ({ ...(await settings.read()), path: settings.path }),
    saveSettings: async (input) => nothing(await settings.save(input.settings)),
    settingsFile: () => settings.file(),
    saveSettingsFile: async ({ text, hash }) => ({ hash: await settings.saveFile(text, hash) }),
    recents: () => ({ recents: recents.list() }),
    noteRecent: (recent) => nothing(recents.note(recent)),
  })
}

/** What a command answers that has nothing to tell. */
function nothing(_done: void): Record<string, never> {
  return {}
}
