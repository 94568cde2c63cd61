/** What commands take over from the studio's own environment: all but what opens the studio. */
export function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !/^(ATELIER_|npm_|NODE_OPTIONS$|INIT_CWD$)/.test(entry[0])))
}
