/** What a dialog asks about the named desks. */
export type SessionAct = 'create' | 'clone' | 'rename' | 'delete'
